import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { DestinationView } from '../destination-view'

type DestinationLineProps = {
  /** null: inside the mainland */
  destination: DestinationView | null
  /** what it stands beside leaves the mainland in no parcel */
  staysInside?: boolean
  /** the page on which it stands */
  back: string
}

/** Where parcels go, and the way to another country; where none can go, that. */
export function DestinationLine({ destination, staysInside = false, back }: DestinationLineProps) {
  const { t, href } = useTranslator()
  const isStuck = staysInside && destination === null
  return (
    <p className="small mb-4">
      {destination ? `${t('abroad.to', { country: destination.name })} · ` : null}
      {isStuck ? `${t('abroad.staysInsideNote')} ` : null}
      <a className="link" href={href(paths.destination({ back }))} rel="nofollow">
        {t(destination ? 'abroad.change' : isStuck ? 'abroad.askWhy' : 'abroad.ask')}
      </a>
    </p>
  )
}

/** What is said of duties: who pays them, and up to which value none are asked, where that is known. */
export function DutiesNote({ destination }: { destination: DestinationView }) {
  return <p className="small quiet my-3">{destination.duties.join(' ')}</p>
}

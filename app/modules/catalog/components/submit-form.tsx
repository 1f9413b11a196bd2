import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Tick } from '~/ui/tick'
import type { ListingBar } from '../find-listing-bars.server'
import type { OpenListing } from '../get-listing.server'
import { faultHref } from '../step-paths'

type SubmitFormProps = {
  productId: string
  open: OpenListing
  /** photos that are still on their way from this device: it is handed in with them */
  waiting: number
  /** photos that the shop was told of and has not got, from whichever device */
  onTheWay: number
  /** the page is just being brought up to what has arrived */
  isRenewed: boolean
  /** why it cannot be handed in, however complete it is */
  bar: ListingBar | null
}

/** The last button: hand it in; while something is missing, on to the first of it. */
export function SubmitForm({ productId, open, waiting, onTheWay, isRenewed, bar }: SubmitFormProps) {
  const { t, href } = useTranslator()
  const [first] = open.faults
  return (
    <form method="post" className="studio-section" noValidate>
      <input type="hidden" name="version" value={open.version} />
      {waiting === 0 && onTheWay > 0 && !first && !isRenewed && !bar ? (
        <>
          <Banner tone="wait" className="mb-3">
            {t('studio.photosOnTheWay', { count: onTheWay })}
          </Banner>
          <Tick type="checkbox" name="without" value="yes">
            {t('studio.withoutPhotos', { count: onTheWay })}
          </Tick>
        </>
      ) : null}
      <div className="studio-foot">
        {waiting > 0 ? (
          <Button kind="seal" size={68} wide disabled>
            {t('pocket.photosStill', { count: waiting })}
          </Button>
        ) : first ? (
          <ButtonLink kind="seal" size={68} wide href={href(faultHref(first, productId))}>
            {t('studio.goOn')}
          </ButtonLink>
        ) : bar ? (
          <ButtonLink
            kind={bar.next === 'confirm' ? 'seal' : 'line'}
            size={68}
            wide
            href={href(bar.next === 'confirm' ? paths.studioRecord() : paths.studioProducts())}
          >
            {t(bar.next === 'confirm' ? 'records.barGo' : 'records.barLater')}
          </ButtonLink>
        ) : (
          <Button kind="seal" size={68} wide disabled={isRenewed}>
            {t('studio.submit')}
          </Button>
        )}
      </div>
    </form>
  )
}

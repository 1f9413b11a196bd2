import { Banner } from './banner'
import putBackTyped from './put-back-typed.js?url'

type KeepTypedProps = {
  /** whose words they are: they go with her when she leaves the device */
  owner: string
  /** tells this form from all others of hers */
  name: string
  /** which state the form shows: what was typed over another is forgotten */
  version: number
  /** the page is the answer to this very form: what she typed stands in it already */
  isAnswered: boolean
  /** said when something was put back */
  text: string
}

/** Inside a form: keeps on this device what she types until it is saved, and puts it back when she comes again. */
export function KeepTyped({ owner, name, version, isAnswered, text }: KeepTypedProps) {
  return (
    <>
      <div
        role="status"
        data-keep={`${owner}.${name}`}
        data-version={version}
        data-answered={isAnswered ? 'yes' : 'no'}
        hidden
        suppressHydrationWarning
      >
        <Banner tone="info" className="mb-5">
          {text}
        </Banner>
      </div>
      <script type="module" src={putBackTyped} />
    </>
  )
}

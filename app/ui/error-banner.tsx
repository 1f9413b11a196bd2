import { Banner } from './banner'

/** A field to change: its id and what is wrong with it, with or without its full stop ("手机号少一位"). */
export type FieldFault = { fieldId: string; text: string }

type ErrorBannerProps = {
  /** "有一处要改：" */
  title: string
  faults: ReadonlyArray<FieldFault>
  /** "其他的都记下了。" */
  rest: string
}

/** Stands above a form that came back, and the page opens at it: each fault is a link to its field, and the rest is said to be kept. */
export function ErrorBanner({ title, faults, rest }: ErrorBannerProps) {
  return (
    <Banner tone="wait" role="alert" id="form-faults" opensPage>
      <span>{title}</span>
      {gapAfter(title)}
      {faults.length === 0 ? null : <FaultList faults={faults} />}
      <span>{rest}</span>
    </Banner>
  )
}

/** Sentences of Latin letters stand apart, those of Chinese do not. */
function gapAfter(title: string): string {
  return /[.?!]$/.test(title) ? ' ' : ''
}

function FaultList({ faults }: Pick<ErrorBannerProps, 'faults'>) {
  return (
    <ul className={faults.length > 1 ? 'banner-faults' : 'banner-fault'}>
      {faults.map((fault) => (
        <li key={fault.fieldId}>
          <a className="link" href={`#${fault.fieldId}`}>
            {fault.text.replace(/[。.]$/, '')}
          </a>
        </li>
      ))}
    </ul>
  )
}

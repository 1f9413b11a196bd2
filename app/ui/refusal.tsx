import { Banner } from './banner'
import { Unbroken } from './unbroken'

type RefusalProps = { text: string | null; className?: string }

/** At the head of a page, below its title: why the form that was sent is refused. Nothing when it was not. */
export function Refusal({ text, className }: RefusalProps) {
  if (text === null) return null
  return (
    <Banner tone="wrong" role="alert" className={className}>
      <Unbroken text={text} />
    </Banner>
  )
}

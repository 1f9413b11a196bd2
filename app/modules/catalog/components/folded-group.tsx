import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { StepForm } from '../step-form'

type FoldedGroupProps = {
  form: StepForm
  title: string
  /** the fields in it: the group is open when something is wrong with one of them */
  names: readonly string[]
  /** what stands in it already, in a few words; nothing: it may stay empty */
  said: readonly string[]
  children: ReactNode
}

/** A group of questions that few need: one line that says what it asks and what stands in it, until it is tapped. */
export function FoldedGroup({ form, title, names, said, children }: FoldedGroupProps) {
  const { t } = useTranslator()
  const words = said.filter((one) => one.trim() !== '').join(t('studio.foldBetween'))
  return (
    <details
      className="fold fold-row"
      open={form.isStale || names.some((name) => form.errors[name] !== undefined)}
    >
      <summary className="fold-line">
        {title}
        <span className="fold-said">{words === '' ? t('studio.foldEmpty') : words}</span>
      </summary>
      {children}
    </details>
  )
}

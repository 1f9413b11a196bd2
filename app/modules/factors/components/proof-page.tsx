import { freshMinutes } from '~/modules/auth/session-length'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { ProofWanted } from '../proof-wanted'
import { proofField } from '../schema'
import { CodeField } from './code-field'

type ProofPageProps = Omit<ProofWanted, 'to'> & {
  /** where the form goes; without it, to the page's own address */
  to?: string
  lead: string
}

/** Asks for a fresh code, and sends along what she typed before. A plain form: it works without JavaScript, and leads to where the first one led. */
export function ProofPage({ to, fields, error, shown, lead }: ProofPageProps) {
  const { t } = useTranslator()
  return (
    <>
      <h1>{t('factors.proofTitle')}</h1>
      <p className="pb-5">{lead}</p>
      <form method="post" action={to} noValidate>
        {fields.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the order is what was sent
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <CodeField
          name={proofField}
          label={t('factors.code')}
          hint={t('factors.codeHint')}
          error={error ?? undefined}
          shown={shown}
        />
        <Button kind="seal">{t('factors.goOn')}</Button>
      </form>
    </>
  )
}

/** The same for a form that was sent and waits: the error boundary shows it. */
export function ProofOfForm({ wanted }: { wanted: ProofWanted }) {
  const { t } = useTranslator()
  return <ProofPage {...wanted} lead={t('factors.proofLead', { minutes: freshMinutes })} />
}

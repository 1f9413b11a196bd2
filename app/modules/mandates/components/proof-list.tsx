import type { SerializeFrom } from '@remix-run/node'
import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { VoicePlayer } from '~/modules/voices/components/voice-player'
import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { ProofView } from '../find-proofs.server'
import { ConsentSentence } from './consent-sentence'

type Proof = SerializeFrom<ProofView>
type ProofListProps = { proofs: readonly Proof[]; work: Work; failure: FormFailure | null }

/** What makers said or signed: what they agree to, the recording or the photograph once it is opened with a reason, and the decision. */
export function ProofList({ proofs, work, failure }: ProofListProps) {
  return (
    <ul className="work-rows grid gap-4">
      {proofs.map((proof) => (
        <ProofItem
          key={proof.id}
          proof={proof}
          work={work}
          failure={failure?.values.proofId === proof.id ? failure : null}
        />
      ))}
    </ul>
  )
}

function ProofItem({ proof, work, failure }: { proof: Proof; work: Work; failure: FormFailure | null }) {
  const { t, locale } = useTranslator()
  const { id, means, seller, place, agent, agentKind, handedInAt, isOwn, isOpen } = proof
  const claim = work.claims[id]
  const isHers = !isOwn && isFree(claim)
  return (
    <li className="decide">
      <h2>
        {isHers && work.colleagues.length > 0 ? (
          <WorkTick form={giveManyForm} value={id} label={t('claims.tick', { title: seller })} />
        ) : null}{' '}
        {seller} <Badge tone="waiting">{t(`mandate.means_${means}`)}</Badge>
      </h2>
      <p>{t('mandate.who', { agent, kind: t(`mandate.kind_${agentKind}`) })}</p>
      <p className="quiet">
        {place} · {t('mandate.handedInAt', { time: formatInstant(locale, new Date(handedInAt)) })}
      </p>
      <ConsentSentence {...proof} />
      {isOwn ? <p className="quiet">{t('mandate.notOwnProof')}</p> : null}
      {isOwn ? null : <ClaimCell subjectId={id} title={seller} work={work} />}
      {isHers && !isOpen ? (
        <DecideForm act={t(`mandate.open_${means}`)} intent="open" hidden={{ proofId: id }}>
          <Field
            id={`reason-${id}`}
            label={t('mandate.openReason')}
            hint={t('mandate.openHint')}
            maxLength={200}
            required
            {...fieldOf(failure, 'reason')}
          />
        </DecideForm>
      ) : null}
      {isHers && isOpen ? <Opened proof={proof} failure={failure} /> : null}
    </li>
  )
}

function Opened({ proof, failure }: { proof: Proof; failure: FormFailure | null }) {
  const { t, href } = useTranslator()
  const { id, means, seconds, maker } = proof
  const src = href(paths.deskMandateProof({ proofId: id }))
  const label = t(`mandate.proofOf_${means}`, { maker })
  return (
    <>
      {means === 'voice' ? (
        <VoicePlayer src={src} seconds={seconds ?? 0} label={label} />
      ) : (
        <a href={src}>
          <img src={src} alt={label} className="max-w-full" />
        </a>
      )}
      <form method="post" className="decide-acts">
        <input type="hidden" name="proofId" value={id} />
        <Button kind="seal" name="intent" value="confirm">
          {t(`mandate.confirm_${means}`)}
        </Button>
      </form>
      <DecideForm act={t('mandate.refuse')} intent="refuse" hidden={{ proofId: id }}>
        <Field
          id={`refusal-${id}`}
          label={t('mandate.refusal')}
          hint={t('mandate.refusalHint')}
          maxLength={200}
          required
          {...fieldOf(failure, 'refusal')}
        />
      </DecideForm>
    </>
  )
}

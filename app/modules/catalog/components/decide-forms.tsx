import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { Review } from '../get-review.server'
import { reasonPhrase, reasonTitle } from '../listing-texts'
import { changeReasons } from '../reasons'
import { Decided } from './decided'

type DecideFormsProps = { review: Review; failure: FormFailure | null }

/** Whether the forms below stand there: it waits for an answer, and she may give it. */
export function isDecidable({ state, isHerOwn }: Review): boolean {
  return state === 'submitted' && !isHerOwn
}

/** Approve, or ask for a change; once decided, by whom. A refusal stands at the head of the page. */
export function DecideForms({ review, failure }: DecideFormsProps) {
  const { t } = useTranslator()
  return (
    <aside className="decide">
      <h2>{t(review.state === 'submitted' ? 'desk.decideTitle' : 'desk.decidedTitle')}</h2>
      {review.state === 'submitted' || failure ? null : <Decided review={review} />}
      {review.state === 'submitted' && review.isHerOwn ? (
        <Banner tone="wait">
          <p>
            <b>{t('desk.ownTitle')}</b>
          </p>
          <p>{t('desk.notYourOwn')}</p>
        </Banner>
      ) : null}
      {isDecidable(review) && (review.claim === null || review.claim.isMine) ? (
        <>
          <ApproveForm review={review} />
          <ChangeForm review={review} failure={failure} />
        </>
      ) : null}
    </aside>
  )
}

function ApproveForm({ review: { version, hasUnreadEnglish } }: { review: Review }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="pb-4">
      <input type="hidden" name="version" value={version} />
      {hasUnreadEnglish ? (
        <Tick type="checkbox" name="english" note={t('desk.englishNote')}>
          {t('desk.englishReviewed')}
        </Tick>
      ) : null}
      <div className="decide-acts">
        <Button kind="seal" name="intent" value="approve">
          {t('desk.approve')}
        </Button>
      </div>
    </form>
  )
}

function ChangeForm({ review: { version }, failure }: DecideFormsProps) {
  const { t } = useTranslator()
  return (
    <form method="post" className="border-t border-line pt-4">
      <input type="hidden" name="version" value={version} />
      <TickGroup id="reason" legend={t('desk.askLegend')} error={failure?.errors.reason}>
        {changeReasons.map((reason) => (
          <Tick
            key={reason}
            type="radio"
            name="reason"
            value={reason}
            note={t(reasonPhrase[reason])}
            defaultChecked={failure?.values.reason === reason}
          >
            {t(reasonTitle[reason])}
          </Tick>
        ))}
      </TickGroup>
      <TextareaField
        id="words"
        name="words"
        label={t('desk.askWords')}
        mark={t('common.optional')}
        hint={t('desk.askWordsHint')}
        error={failure?.errors.words}
        defaultValue={failure?.values.words}
        maxLength={500}
      />
      <div className="decide-acts">
        <Button name="intent" value="ask">
          {t('desk.ask')}
        </Button>
      </div>
    </form>
  )
}

import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SelectField, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { PhraseView } from '../find-phrases.server'
import type { Review } from '../get-review.server'
import { reasonPhrase, reasonTitle } from '../listing-texts'
import { changeReasons } from '../reasons'
import { Decided } from './decided'

type DecideFormsProps = { review: Review; failure: FormFailure | null; phrases: readonly PhraseView[] }

/** Whether the forms below stand there: it waits for an answer, and she may give it. */
export function isDecidable({ state, isHerOwn }: Review): boolean {
  return state === 'submitted' && !isHerOwn
}

/** Approve, or ask for a change; once decided, by whom. A refusal stands at the head of the page. */
export function DecideForms({ review, failure, phrases }: DecideFormsProps) {
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
          <ChangeForm review={review} failure={failure} phrases={phrases} />
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

function ChangeForm({ review: { version }, failure, phrases }: DecideFormsProps) {
  const { t } = useTranslator()
  return (
    <form method="post" className="border-t border-line pt-4" noValidate>
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
      <PhraseChoice phrases={phrases} />
      <div className="decide-acts">
        <Button name="intent" value="ask">
          {t('desk.ask')}
        </Button>
      </div>
    </form>
  )
}

/** Her ready sentences: the one she chooses is filled in above, where she goes on editing it. */
function PhraseChoice({ phrases }: { phrases: readonly PhraseView[] }) {
  const { t, href } = useTranslator()
  return (
    <>
      {phrases.length > 0 ? (
        <SelectField
          id="phrase"
          name="phrase"
          label={t('phrases.choose')}
          hint={t('phrases.chooseHint')}
          data-fills="words"
          choices={[
            { value: '', text: t('phrases.chooseNone') },
            ...phrases.map(({ phraseId, words }) => ({ value: phraseId, text: words })),
          ]}
        />
      ) : null}
      <p className="mb-5">
        <a className="link" href={href(paths.deskPhrases())}>
          {t('phrases.edit')}
        </a>
      </p>
      <script type="module" src="/desk-phrases.js" />
    </>
  )
}

import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { TextareaField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import type { PhraseView } from '../find-phrases.server'

/** Her own ready sentences, or those of her region, each with the button that takes it away. */
export function PhraseList({ phrases, isShared }: { phrases: readonly PhraseView[]; isShared: boolean }) {
  const { t } = useTranslator()
  const shown = phrases.filter((phrase) => phrase.isShared === isShared)
  return (
    <section className="desk-section">
      <h2>{t(isShared ? 'phrases.shared' : 'phrases.mine')}</h2>
      {shown.length === 0 ? <p className="quiet">{t('phrases.none')}</p> : null}
      <ul className="phrases">
        {shown.map(({ phraseId, words }) => (
          <li key={phraseId}>
            <span lang="zh-CN">{words}</span>
            <form method="post">
              <input type="hidden" name="phraseId" value={phraseId} />
              <Button kind="text" name="intent" value="drop">
                {t('phrases.drop')}
                <span className="unseen"> {words}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function KeepPhrase({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="desk-section max-w-[36rem]" noValidate>
      <TextareaField
        id="words"
        name="words"
        label={t('phrases.words')}
        hint={t('phrases.wordsHint')}
        error={failure?.errors.words}
        defaultValue={failure?.values.words}
        maxLength={300}
      />
      <Tick type="checkbox" name="isShared" defaultChecked={failure?.values.isShared === 'on'}>
        {t('phrases.isShared')}
      </Tick>
      <div className="decide-acts">
        <Button name="intent" value="keep">
          {t('phrases.keep')}
        </Button>
      </div>
    </form>
  )
}

import { useTranslator } from '~/platform/i18n/use-translator'
import type { CraftTemplates } from '../craft-template'

type PhraseTapsProps = { templates: CraftTemplates; chosen: string }

/** Sentences of her craft that go into the story with a tap; ＿ is hers to fill in. Without scripts they are there to be read. */
export function PhraseTaps({ templates, chosen }: PhraseTapsProps) {
  const { t } = useTranslator()
  return Object.entries(templates).map(([craft, { phrases }]) =>
    phrases.length === 0 ? null : (
      <details key={craft} className="fold mb-5" data-craft={craft} hidden={craft !== chosen}>
        <summary>{t('template.phrases')}</summary>
        <p className="field-hint mb-4">{t('template.phrasesHint')}</p>
        <ul className="phrase-taps" lang="zh-CN">
          {phrases.map((words) => (
            <li key={words}>
              <button type="button" className="phrase-tap" data-phrase={words}>
                {words}
              </button>
            </li>
          ))}
        </ul>
      </details>
    ),
  )
}

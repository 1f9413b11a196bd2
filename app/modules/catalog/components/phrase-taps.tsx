import { useTranslator } from '~/platform/i18n/use-translator'
import type { CraftTemplates } from '../craft-template'

type PhraseTapsProps = {
  templates: CraftTemplates
  chosen: string
  /** what a tap does on a page that is rendered in the browser; elsewhere the script of the form does it */
  onTap?: (words: string) => void
}

/** Sentences of her craft that go into the story with a tap; ＿ is hers to fill in. Without scripts they are there to be read. */
export function PhraseTaps({ templates, chosen, onTap }: PhraseTapsProps) {
  const { t } = useTranslator()
  return Object.entries(templates).map(([craft, { phrases }]) =>
    phrases.length === 0 ? null : (
      <details key={craft} className="fold mb-5" data-craft={craft} hidden={craft !== chosen}>
        <summary>{t('template.phrases')}</summary>
        <p className="field-hint mb-4">{t('template.phrasesHint')}</p>
        <ul className="phrase-taps" lang="zh-CN">
          {phrases.map((words) => (
            <li key={words}>
              <button
                type="button"
                className="phrase-tap"
                data-phrase={words}
                onClick={onTap && (() => onTap(words))}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      </details>
    ),
  )
}

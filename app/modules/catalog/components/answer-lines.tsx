import { useTranslator } from '~/platform/i18n/use-translator'
import type { AnswerView } from '../wishes'

/** What a buyer answered to the maker's questions, a line each; phrasing only, so that it may stand in a note. */
export function AnswerLines({ answers }: { answers: readonly AnswerView[] }) {
  const { t } = useTranslator()
  return (
    <>
      {answers.map(({ label, lang, answer }) => (
        <span key={label} className="block [overflow-wrap:anywhere]">
          <span lang={lang ?? undefined}>{label}</span>
          {t('shop.wishColon')}
          <bdi>{answer}</bdi>
        </span>
      ))}
    </>
  )
}

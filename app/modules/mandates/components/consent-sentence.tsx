import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { HanMarked } from '~/ui/han-marked'
import { scopeWords } from '../scope-words'

type ConsentSentenceProps = {
  seller: string
  maker: string
  agent: string
  scope: readonly string[]
  capPercent: number
  from: string
  to: string | null
}

/** What the maker says aloud, or what stands above her signature: who, for which shop, what, how long, for how much. */
export function ConsentSentence({ seller, maker, agent, scope, capPercent, from, to }: ConsentSentenceProps) {
  const { t, locale } = useTranslator()
  return (
    <blockquote className="consent-text">
      <p>
        <HanMarked
          locale={locale}
          text={t('mandate.sentence', {
            maker,
            shop: seller,
            agent: agent || t('mandate.agentByNumber'),
            scope: scopeWords(t, scope),
            period:
              to === null
                ? t('mandate.periodOpen', { from: formatDay(locale, from) })
                : t('mandate.period', {
                    from: formatDay(locale, from),
                    to: formatDay(locale, to, from.slice(0, 4)),
                  }),
            cap: capPercent > 0 ? t('mandate.cap', { percent: capPercent }) : t('mandate.capNone'),
          })}
        />
      </p>
    </blockquote>
  )
}

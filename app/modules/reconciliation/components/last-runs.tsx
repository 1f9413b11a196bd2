import { formatCount, formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { sourceTitle } from '../difference-words'
import type { RunRow } from '../find-differences.server'

/** When each side was last compared, and the button that compares now. */
export function LastRuns({ runs }: { runs: RunRow[] }) {
  const { t, locale } = useTranslator()
  const said = (source: RunRow['source']) => {
    const run = runs.find((one) => one.source === source)
    const name = t(sourceTitle[source])
    if (!run) return t('reconciliation.runNever', { source: name })
    const time = formatInstant(locale, new Date(run.at))
    if (!run.finishedAt) return t('reconciliation.runUnfinished', { source: name, time })
    return t('reconciliation.run', {
      source: name,
      time,
      compared: formatCount(run.compared),
      found: run.found,
    })
  }
  return (
    <section className="desk-section">
      <h2>{t('reconciliation.runsTitle')}</h2>
      {(['provider', 'bank'] as const).map((source) => (
        <form method="post" key={source} className="desk-acts">
          <p className="num">{said(source)}</p>
          <input type="hidden" name="source" value={source} />
          <Button kind="line" name="intent" value="compare">
            {t(source === 'provider' ? 'reconciliation.compareProvider' : 'reconciliation.compareBank')}
          </Button>
        </form>
      ))}
    </section>
  )
}

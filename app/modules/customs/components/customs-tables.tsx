import { wordOf } from '~/modules/abroad/problem-words'
import { materials, materialTitle } from '~/modules/search/attributes'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { type Column, Table } from '~/ui/table'
import type { BlockedRow, CraftCustomsRow } from '../find-customs-rules.server'
import { FromAndWhy } from './customs-forms'

type Ending = { today: string; failure: FormFailure | null }

/** What does not pass, and where. */
export function BlockedTable({ rows, ...ending }: Ending & { rows: readonly BlockedRow[] }) {
  const { t, locale } = useTranslator()
  const span = useSpanColumn<BlockedRow>()
  return (
    <Table
      caption={t('abroad.blockedTitle')}
      captionHidden
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'goods',
          header: t('abroad.goods'),
          rowHeader: true,
          cell: ({ craft, materialCode, reason }) => (
            <>
              <span className="queue-title">
                {craft
                  ? t('abroad.ofCraft', { name: wordOf(locale, craft) })
                  : t('abroad.ofMaterial', { name: materialName(materialCode, t) })}
              </span>
              <span className="queue-note">{wordOf(locale, reason)}</span>
            </>
          ),
        },
        {
          key: 'country',
          header: t('abroad.blockCountry'),
          cell: ({ country }) => (country ? wordOf(locale, country) : t('abroad.anywhere')),
        },
        span,
        {
          key: 'act',
          header: t('desk.headAct'),
          cell: (row) => (
            <EndForm
              row={row}
              {...ending}
              words={{ open: t('abroad.pass'), from: t('abroad.passFrom'), act: t('abroad.passAct') }}
              intent="pass"
            />
          ),
        },
      ]}
    />
  )
}

/** What the customs form says of each craft. */
export function CraftCustomsTable({ rows, ...ending }: Ending & { rows: readonly CraftCustomsRow[] }) {
  const { t, locale } = useTranslator()
  const span = useSpanColumn<CraftCustomsRow>()
  return (
    <Table
      caption={t('abroad.wordsTitle')}
      captionHidden
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'craft',
          header: t('abroad.craft'),
          rowHeader: true,
          cell: ({ craft, description }) => (
            <>
              <span className="queue-title">{wordOf(locale, craft)}</span>
              <span className="queue-note" lang="en">
                {description.en}
              </span>
              <span className="queue-note" lang="zh-CN">
                {description.zh}
              </span>
            </>
          ),
        },
        {
          key: 'hsCode',
          header: t('abroad.hsCode'),
          cell: ({ hsCode }) => <span className="num">{hsCode}</span>,
        },
        {
          key: 'origin',
          header: t('abroad.origin'),
          wideOnly: true,
          cell: ({ origin }) => wordOf(locale, origin),
        },
        span,
        {
          key: 'act',
          header: t('desk.headAct'),
          cell: (row) => (
            <EndForm
              row={row}
              {...ending}
              words={{
                open: t('abroad.wordsEnd'),
                from: t('abroad.wordsEndFrom'),
                act: t('abroad.wordsEndAct'),
              }}
              intent="endWords"
            />
          ),
        },
      ]}
    />
  )
}

/** A material that pages name no more stands by its code. */
function materialName(code: string | null, t: Translate): string {
  const known = materials.find((material) => material === code)
  return known ? t(materialTitle[known]) : (code ?? '')
}

type SpanRow = Pick<BlockedRow, 'id' | 'from' | 'until' | 'hasBegun'>

function useSpanColumn<Row extends SpanRow>(): Column<Row> {
  const { t, locale } = useTranslator()
  return {
    key: 'from',
    header: t('abroad.from'),
    cell: ({ from, until, hasBegun }) => (
      <>
        <span className="num nowrap">{formatDay(locale, from, '')}</span>
        {hasBegun ? null : <span className="queue-note">{t('abroad.starts')}</span>}
        {until ? (
          <span className="queue-note num">{t('abroad.until', { day: formatDay(locale, until, '') })}</span>
        ) : null}
      </>
    ),
  }
}

type EndFormProps = Ending & {
  row: SpanRow
  words: { open: string; from: string; act: string }
  intent: string
}

/** What has begun and has no end yet can be ended. */
function EndForm({ row: { id, until, hasBegun }, today, failure, words, intent }: EndFormProps) {
  if (!hasBegun || until !== null) return null
  const own = failure?.values.id === id ? failure : null
  return (
    <Folded summary={<span className="nowrap">{words.open}</span>} isOpen={own !== null}>
      <DecideForm hidden={{ id }} act={words.act} intent={intent}>
        <FromAndWhy id={`end-${id}`} failure={own} today={today} label={words.from} />
      </DecideForm>
    </Folded>
  )
}

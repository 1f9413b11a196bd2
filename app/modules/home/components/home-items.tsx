import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { HomeRow } from '../find-home-items.server'
import { stateTitle, stateTone } from '../home-words'

/** What was made of one kind, the newest first. */
export function HomeItems({ caption, rows }: { caption: string; rows: HomeRow[] }) {
  const { t, href } = useTranslator()
  const columns: Column<HomeRow>[] = [
    {
      key: 'title',
      header: t('home.columnWhat'),
      rowHeader: true,
      cell: ({ id, title }) => (
        <a className="link link-line" href={href(paths.adminHomeItem({ itemId: id }))}>
          {title}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('home.columnState'),
      cell: ({ state, hasNewer }) => (
        <>
          <Badge tone={stateTone[state]}>{t(stateTitle[state])}</Badge>{' '}
          {hasNewer ? <Badge tone="waiting">{t('home.hasNewer')}</Badge> : null}
        </>
      ),
    },
    { key: 'from', header: t('home.from'), cell: ({ from }) => <Minute text={from} /> },
    { key: 'to', header: t('home.to'), cell: ({ to }) => <Minute text={to} /> },
    {
      key: 'position',
      header: t('home.position'),
      numeric: true,
      wideOnly: true,
      cell: ({ position }) => position,
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}

/** A minute in a narrow column: broken before its time, never inside the day. */
function Minute({ text }: { text: string }) {
  const [day, time] = text.split(' ')
  return (
    <>
      <span className="num nowrap">{day}</span> <span className="num">{time}</span>
    </>
  )
}

import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { FaultView } from '../get-list.server'

type TableFaultsProps = { listId: string; faults: readonly FaultView[]; fileError?: string }

const shown = 40

/** What has to be mended before any of it becomes a draft, and the way to send the mended table. */
export function TableFaults({ listId, faults, fileError }: TableFaultsProps) {
  const { t, href } = useTranslator()
  const rows = faults.slice(0, shown).map((fault, at) => ({ ...fault, at }))
  const columns: Column<FaultView & { at: number }>[] = [
    {
      key: 'row',
      header: t('pieces.columnRow'),
      rowHeader: true,
      cell: ({ row }) => <span className="num">{row}</span>,
    },
    { key: 'where', header: t('pieces.columnWhere'), cell: ({ where }) => where },
    { key: 'what', header: t('pieces.columnWhat'), cell: ({ what }) => what },
  ]
  const rest = faults.length - rows.length
  return (
    <section className="studio-section" id="faults">
      <h2>{t('pieces.faultsTitle', { count: faults.length })}</h2>
      <p className="studio-lead">{t('pieces.faultsText')}</p>
      <Table
        caption={t('pieces.columnWhat')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ at }) => String(at)}
      />
      {rest > 0 ? <p className="quiet">{t('pieces.moreFaults', { count: rest })}</p> : null}
      <p className="py-3">
        <ButtonLink kind="line" href={href(paths.studioTableFaults({ listId }))} download>
          {t('pieces.faultsDownload')}
        </ButtonLink>
      </p>
      <form method="post" encType="multipart/form-data" className="studio-form" noValidate>
        <input type="hidden" name="intent" value="mend" />
        <Field
          id="file"
          name="file"
          type="file"
          accept={tableAccept}
          label={t('pieces.mend')}
          hint={t('pieces.mendHint')}
          error={fileError}
          required
        />
        <Button>{t('pieces.mendUpload')}</Button>
      </form>
    </section>
  )
}

/** What a file field offers to choose; the server looks at the bytes. */
export const tableAccept = '.xlsx,.csv,.txt,text/csv'

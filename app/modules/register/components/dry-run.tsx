import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { type Column, Table } from '~/ui/table'
import type { DraftView } from '../get-import.server'
import type { RowFault } from '../read-rows'

type DryRunProps = { importId: string; dryRun: NonNullable<DraftView['dryRun']> }

/** What the list would bring, or what has to be changed before any of it may come in. */
export function DryRun({ importId, dryRun }: DryRunProps) {
  const { t } = useTranslator()
  const { newHouseholds, newMembers, completed, known, faultRows } = dryRun
  return (
    <section className="desk-section" id="dry-run">
      <h2>{t('register.tried')}</h2>
      <p>{t('register.wouldBring', { households: newHouseholds, members: newMembers, known })}</p>
      {completed > 0 ? <p>{t('register.wouldComplete', { count: completed })}</p> : null}
      {faultRows > 0 ? <Faults importId={importId} dryRun={dryRun} /> : null}
      <form method="post" className="decide">
        {faultRows === 0 ? <p className="quiet pb-3">{t('register.takeNote')}</p> : null}
        <div className="decide-acts">
          {faultRows === 0 ? (
            <Button name="intent" value="take">
              {t('register.take')}
            </Button>
          ) : null}
          <Button kind="line" name="intent" value="discard">
            {t('register.discard')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Faults({ importId, dryRun }: DryRunProps) {
  const { t, href } = useTranslator()
  const { faults, faultCount, faultRows } = dryRun
  const rest = faultCount - faults.length
  const rows = faults.map((fault, at) => ({ ...fault, at }))
  const columns: Column<RowFault & { at: number }>[] = [
    {
      key: 'row',
      header: t('register.columnRow'),
      rowHeader: true,
      cell: ({ row }) => <span className="num">{row}</span>,
    },
    { key: 'fault', header: t('register.columnFault'), cell: ({ key, params }) => t(key, params) },
  ]
  return (
    <>
      <Banner tone="wrong" className="mt-3">
        {t('register.faultsTitle', { count: faultRows })} {t('register.faultsText')}
      </Banner>
      <Table
        caption={t('register.columnFault')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ at }) => String(at)}
      />
      {rest > 0 ? <p className="quiet">{t('register.moreFaults', { count: rest })}</p> : null}
      <p className="desk-acts">
        <ButtonLink kind="line" href={href(paths.deskImportErrors({ importId }))}>
          {t('register.faultsDownload')}
        </ButtonLink>
      </p>
    </>
  )
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { PageSearch } from '~/modules/claims/queue-page'
import { TransferTable } from '~/modules/transfers/components/transfer-table'
import {
  findTransferByNumber,
  findTransfers,
  type TransferRow,
} from '~/modules/transfers/find-transfers.server'
import { FindForm } from '~/modules/transfers/schema'
import { paths } from '~/paths'
import { parseSearch, readQuestion } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import { Unbroken } from '~/ui/unbroken'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'transfer:settle')
  const { asked, failure } = readQuestion(request, FindForm)
  const found = asked && (await findTransferByNumber(asked.number))
  if (found) throw redirect(localPath(requestLocale(request), paths.deskTransfer({ paymentId: found })))
  const list = await findTransfers(parseSearch(request, PageSearch))
  return { ...list, number: asked?.number ?? null, failure }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('transfer.deskTitle'))

export default function DeskTransfers() {
  const { waiting, open, decided, number, failure } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const error = failure?.errors.number
  return (
    <>
      <header className="desk-head">
        <h1>{t('transfer.deskTitle')}</h1>
      </header>
      <form method="get" className="desk-filter" noValidate>
        <label>
          {t('transfer.deskFind')}
          <input
            className="box num"
            name="number"
            defaultValue={failure?.values.number ?? number ?? undefined}
            placeholder="2611-000001"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'number-error' : undefined}
            required
          />
        </label>
        <Button size={44}>{t('transfer.deskFindAct')}</Button>
      </form>
      {error ? <FieldError id="number-error">{error}</FieldError> : null}
      {number ? (
        <Banner tone="wait" role="status">
          <Unbroken text={t('transfer.deskFindNothing', { number })} />
        </Banner>
      ) : null}
      <Part
        title={t('transfer.deskWaiting')}
        rows={waiting.rows}
        nothing={t('transfer.deskNothing')}
        act={t('transfer.look')}
      />
      <QueuePages
        list={href(paths.deskTransfers())}
        query={open.page > 1 ? { further: String(open.page) } : {}}
        page={waiting.page}
        total={waiting.total}
      />
      <Part
        title={t('transfer.deskOpen')}
        rows={open.rows}
        nothing={t('transfer.deskOpenNothing')}
        act={t('transfer.open')}
      />
      <QueuePages
        list={href(paths.deskTransfers())}
        query={waiting.page > 1 ? { page: String(waiting.page) } : {}}
        name="further"
        page={open.page}
        total={open.total}
      />
      {decided.length > 0 ? (
        <Part title={t('transfer.deskDecided')} rows={decided} act={t('transfer.open')} />
      ) : null}
    </>
  )
}

type PartProps = { title: string; rows: TransferRow[]; nothing?: string; act: string }

function Part({ title, rows, nothing, act }: PartProps) {
  return (
    <section className="desk-section">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{nothing}</p>
      ) : (
        <TransferTable caption={title} rows={rows} act={act} />
      )}
    </section>
  )
}

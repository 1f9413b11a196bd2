import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { BatchList } from '~/modules/payouts/components/batch-list'
import { OwedSection } from '~/modules/payouts/components/owed-section'
import { PayoutLines } from '~/modules/payouts/components/payout-lines'
import { findBatches } from '~/modules/payouts/find-batches.server'
import { findOwed } from '~/modules/payouts/find-owed.server'
import { findPayoutFigures, type PayoutFigures } from '~/modules/payouts/find-payout-figures.server'
import { findPayoutLines } from '~/modules/payouts/find-payout-lines.server'
import { findSweep } from '~/modules/payouts/find-sweep.server'
import { prepareBatch } from '~/modules/payouts/prepare-batch.server'
import { PayoutsSearch, PrepareForm } from '~/modules/payouts/schema'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { formatDay, formatMoney, formatMonth } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Figures } from '~/ui/figures'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'payout:read')
  const { way, rows: list, before } = parseSearch(request, PayoutsSearch)
  const [figures, owed, sweep, batches, opened] = await Promise.all([
    findPayoutFigures(),
    findOwed(way),
    findSweep(),
    findBatches({ actor, before }),
    list ? findPayoutLines(list) : null,
  ])
  return { figures, owed, sweep, batches, opened, list }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'payout:prepare')
  return handleForm(request, PrepareForm, async ({ way }) => {
    const { batchId } = await prepareBatch({ actor, way })
    return redirect(localPath(requestLocale(request), paths.deskPayout({ batchId })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('payout.title'))

export default function DeskPayouts() {
  const { figures, owed, sweep, batches, opened, list } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const month = formatMonth(locale, figures.today)
  const refused = said && 'errors' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('payout.title')}</h1>
        <p>{formatDay(locale, figures.today)}</p>
        <p>
          <a className="link" href={href(paths.deskSuccessions())}>
            {t('payout.successions')}
          </a>
        </p>
      </header>
      <Refusal text={refusalText(t, refused)} />
      <MoneyFigures figures={figures} />
      {opened && list ? (
        <PayoutLines
          {...opened}
          title={
            list === 'paid'
              ? t('payout.rowsPaid', { month, count: opened.count })
              : t('payout.rowsInTransit', { count: opened.count })
          }
        />
      ) : null}
      <div className="duo duo-even">
        <BatchList {...batches} />
        <OwedSection owed={owed} sweep={sweep} />
      </div>
    </>
  )
}

function MoneyFigures({ figures }: { figures: PayoutFigures }) {
  const { t, locale, href } = useTranslator()
  const rowsOf = (list: string) => `${href(paths.deskPayouts())}?rows=${list}#rows`
  return (
    <Figures
      figures={[
        {
          label: t('payout.owed'),
          value: formatMoney(locale, figures.owedFen),
          href: '#owed',
          note: t('payout.owedNote', { count: figures.owedCount }),
        },
        {
          label: t('payout.inTransit'),
          value: formatMoney(locale, figures.inTransitFen),
          href: rowsOf('in_transit'),
          note: t('payout.linesNote', { count: figures.inTransitCount }),
        },
        {
          label: t('payout.paidInMonth', { month: formatMonth(locale, figures.today) }),
          value: formatMoney(locale, figures.paidThisMonthFen),
          href: rowsOf('paid'),
          note: t('payout.linesNote', { count: figures.paidThisMonthCount }),
        },
      ]}
    />
  )
}

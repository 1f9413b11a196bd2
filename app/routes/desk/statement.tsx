import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { MonthList } from '~/modules/statements/components/month-list'
import { StatementPage } from '~/modules/statements/components/statement-page'
import { findStatementMonths } from '~/modules/statements/find-statement-months.server'
import { getStatement } from '~/modules/statements/get-statement.server'
import { DeskStatementParams, paths } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:read')
  const { sellerId, month } = parseParams(params, DeskStatementParams)
  const [statement, months] = await Promise.all([
    answer(request, () => getStatement({ actor, purse: sellerId, month: `${month}-01` })),
    findStatementMonths({ actor, purse: sellerId }),
  ])
  return { statement, months, sellerId, month }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('statement.title'))

export default function DeskStatement() {
  const { statement, months, sellerId, month } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('statement.heading', { month: formatMonth(locale, statement.month) })}</h1>
        <p>{locale === 'en' ? statement.nameEn : statement.nameZh}</p>
        <p className="no-print">
          <a className="link" href={href(paths.deskStatementPdf({ sellerId, month }))}>
            {t('statement.pdf')}
          </a>
        </p>
      </header>
      <div className="duo">
        <StatementPage statement={statement} isLarge={false} />
        <section className="no-print">
          <h2>{t('statement.months')}</h2>
          <MonthList
            months={months}
            hrefOf={(other) => href(paths.deskStatement({ sellerId, month: other }))}
          />
        </section>
      </div>
    </>
  )
}

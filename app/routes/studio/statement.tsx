import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { StatementPage } from '~/modules/statements/components/statement-page'
import { getStatement } from '~/modules/statements/get-statement.server'
import { StatementSearch } from '~/modules/statements/schema'
import { paths, StatementParams } from '~/paths'
import { answer, parseParams, parseSearch } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'statement:own')
  const { month } = parseParams(params, StatementParams)
  const { purse, print } = parseSearch(request, StatementSearch)
  const chosen = purse ?? actor.sellerIds[0] ?? 'me'
  const statement = await answer(request, () => getStatement({ actor, purse: chosen, month: `${month}-01` }))
  return { statement, month, purse: chosen, isLarge: print === 'large' }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('statement.title'))

export default function StudioStatement() {
  const { statement, month, purse, isLarge } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const pdf = (print: string) => `${href(paths.studioStatementPdf({ month }))}?purse=${purse}${print}`
  return (
    <>
      <h1 className="studio-heading">
        {t('statement.heading', { month: formatMonth(locale, statement.month) })}
      </h1>
      <p className="studio-lead">{locale === 'en' ? statement.nameEn : statement.nameZh}</p>
      <p className="studio-ways no-print">
        <a href={`${href(paths.studioStatement({ month }))}?purse=${purse}${isLarge ? '' : '&print=large'}`}>
          {t(isLarge ? 'statement.ordinary' : 'statement.large')}
        </a>
      </p>
      <StatementPage statement={statement} isLarge={isLarge} />
      <div className="studio-foot no-print">
        <ButtonLink kind="seal" href={pdf('')}>
          {t('statement.pdf')}
        </ButtonLink>
        <ButtonLink kind="line" href={pdf('&print=large')}>
          {t('statement.pdfLarge')}
        </ButtonLink>
      </div>
    </>
  )
}

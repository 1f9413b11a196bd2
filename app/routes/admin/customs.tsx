import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { blockGoods } from '~/modules/customs/block-goods.server'
import { BlockGoodsForm, CraftCustomsForm as WordsForm } from '~/modules/customs/components/customs-forms'
import { BlockedTable, CraftCustomsTable } from '~/modules/customs/components/customs-tables'
import { endCraftCustoms } from '~/modules/customs/end-craft-customs.server'
import { findCustomsRules } from '~/modules/customs/find-customs-rules.server'
import { letGoodsPass } from '~/modules/customs/let-goods-pass.server'
import { BlockForm, CraftCustomsForm, CustomsSearch, EndCustomsForm } from '~/modules/customs/schema'
import { setCraftCustoms } from '~/modules/customs/set-craft-customs.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'postage:set')
  const { said } = parseSearch(request, CustomsSearch)
  return { ...(await findCustomsRules()), said }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'postage:set')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminCustoms({ said })), 303)
  switch (form.get('intent')) {
    case 'block':
      return handleFormData(request, form, BlockForm, async (input) => {
        await blockGoods({ actor, ...input })
        return back('blocked')
      })
    case 'pass':
      return handleFormData(request, form, EndCustomsForm, async (input) => {
        await letGoodsPass({ actor, ...input })
        return back('passes')
      })
    case 'words':
      return handleFormData(request, form, CraftCustomsForm, async (input) => {
        await setCraftCustoms({ actor, ...input })
        return back('words')
      })
    case 'endWords':
      return handleFormData(request, form, EndCustomsForm, async (input) => {
        await endCraftCustoms({ actor, ...input })
        return back('wordsEnded')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('abroad.rulesTitle'))

export default function AdminCustoms() {
  const { blocked, words, said, ...choices } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  const ofRow = of('pass') ?? of('endWords')
  const isThere =
    ofRow === null || [...blocked, ...words].some(({ id, until }) => id === ofRow.values.id && until === null)
  const { today } = choices
  return (
    <>
      <header className="desk-head">
        <h1>{t('abroad.rulesTitle')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`abroad.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('abroad.rulesLead')}</p>
      <section className="desk-section">
        <h2>{t('abroad.blockedTitle')}</h2>
        {blocked.length === 0 ? (
          <p className="quiet">{t('abroad.blockedNone')}</p>
        ) : (
          <BlockedTable rows={blocked} today={today} failure={of('pass')} />
        )}
      </section>
      <section className="desk-section">
        <h2>{t('abroad.wordsTitle')}</h2>
        {words.length === 0 ? (
          <p className="quiet">{t('abroad.wordsNone')}</p>
        ) : (
          <CraftCustomsTable rows={words} today={today} failure={of('endWords')} />
        )}
      </section>
      <div className="duo duo-even">
        <BlockGoodsForm {...choices} failure={of('block')} />
        <WordsForm {...choices} failure={of('words')} />
      </div>
    </>
  )
}

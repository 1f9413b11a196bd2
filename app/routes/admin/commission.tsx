import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { addCommissionRule } from '~/modules/commission/add-commission-rule.server'
import { AddRuleForm as AddForm, TryForm } from '~/modules/commission/components/rule-forms'
import { RulesTable } from '~/modules/commission/components/rules-table'
import { endCommissionRule } from '~/modules/commission/end-commission-rule.server'
import { findCommissionRules } from '~/modules/commission/find-commission-rules.server'
import { AddRuleForm, CommissionSearch, EndRuleForm } from '~/modules/commission/schema'
import { tryCommission } from '~/modules/commission/try-commission.server'
import { paths } from '~/paths'
import { addDays } from '~/platform/calendar'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'commission:set')
  const { craft, kind, day: asked, price, said } = parseSearch(request, CommissionSearch)
  const rules = await findCommissionRules()
  const craftId = rules.crafts.find(({ id }) => id === craft)?.id ?? rules.crafts[0]?.id ?? null
  const day = asked ?? rules.today
  const goods = craftId && price.fen !== null ? { craftId, sellerKind: kind, day, priceFen: price.fen } : null
  const result = goods && (await tryCommission(goods))
  return {
    ...rules,
    tomorrow: addDays(rules.today, 1),
    said,
    trial: { craft: craftId, kind, day, price: price.text, isPrice: price.fen !== null, result },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'commission:set')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminCommission({ said })), 303)
  switch (form.get('intent')) {
    case 'add':
      return handleFormData(request, form, AddRuleForm, async (input) => {
        await addCommissionRule({ actor, ...input })
        return back('added')
      })
    case 'end':
      return handleFormData(request, form, EndRuleForm, async (input) => {
        await endCommissionRule({ actor, ...input })
        return back('ended')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('commission.title'))

export default function AdminCommission() {
  const { now, later, ended, crafts, tomorrow, trial, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const ofAdd = failure?.intent === 'add' ? failure : null
  const ofEnd = failure?.intent === 'end' ? failure : null
  const isThere = ofEnd === null || [...now, ...later].some(({ id }) => id === ofEnd.values.ruleId)
  return (
    <>
      <header className="desk-head">
        <h1>{t('commission.title')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`commission.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('commission.lead')}</p>
      <section className="desk-section">
        <h2>{t('commission.now')}</h2>
        <RulesTable caption={t('commission.now')} rows={now} ending={{ tomorrow, failure: ofEnd }} />
      </section>
      <section className="desk-section">
        <h2>{t('commission.later')}</h2>
        {later.length === 0 ? (
          <p className="quiet">{t('commission.laterNone')}</p>
        ) : (
          <RulesTable caption={t('commission.later')} rows={later} ending={null} />
        )}
      </section>
      <div className="duo duo-even">
        <AddForm crafts={crafts} tomorrow={tomorrow} failure={ofAdd} />
        <TryForm crafts={crafts} trial={trial} />
      </div>
      {ended.length > 0 ? (
        <section className="desk-section">
          <h2>{t('commission.ended')}</h2>
          <RulesTable caption={t('commission.ended')} rows={ended} ending={null} />
        </section>
      ) : null}
    </>
  )
}

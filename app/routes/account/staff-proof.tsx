import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { freshMinutes } from '~/modules/auth/session-length'
import { ProofPage } from '~/modules/factors/components/proof-page'
import { StaffDoor } from '~/modules/factors/components/staff-door'
import { findShownCode } from '~/modules/factors/find-shown-code.server'
import { renewProof } from '~/modules/factors/renew-proof.server'
import { ProofForm, proofField, StaffSearch } from '~/modules/factors/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'desk:use')
  const { returnTo, done } = parseSearch(request, StaffSearch)
  return {
    isSample: await findSampleData(),
    returnTo,
    isDone: done,
    shown: done ? null : await findShownCode({ userId: actor.userId }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'desk:use')
  const token = (await readSessionToken(request)) ?? ''
  return handleForm(request, ProofForm, async ({ [proofField]: code, returnTo }) => {
    await renewProof({ actor, code, token })
    return redirect(localPath(requestLocale(request), paths.staffProof({ returnTo, done: '1' })), 303)
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('factors.proofTitle'))

export default function StaffProof() {
  const { isSample, returnTo, isDone, shown } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const back = failure?.values.returnTo ?? returnTo
  return (
    <StaffDoor isSample={isSample} path={paths.staffProof({ returnTo })}>
      {isDone && !failure ? (
        <>
          <h1>{t('factors.proofTitle')}</h1>
          <Banner tone="done" role="status" className="my-5">
            {t('factors.proofDone', { minutes: freshMinutes })}
          </Banner>
          {returnTo === '/' ? null : (
            <ButtonLink kind="seal" href={href(returnTo)}>
              {t('factors.proofGoOn')}
            </ButtonLink>
          )}
        </>
      ) : (
        <ProofPage
          fields={[['returnTo', back]]}
          error={failure ? (failure.errors[proofField] ?? failure.formError) : null}
          shown={shown}
          lead={t('factors.proofFileLead', { minutes: freshMinutes })}
        />
      )}
      <div className="door-ways">
        <a className="link-line" href={href(paths.desk())}>
          {t('factors.toDesk')}
        </a>
      </div>
    </StaffDoor>
  )
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ListingBarBanner } from '~/modules/catalog/components/listing-bar-banner'
import { ListingSection } from '~/modules/catalog/components/listing-section'
import { ListingStepper } from '~/modules/catalog/components/listing-stepper'
import { findListingBars } from '~/modules/catalog/find-listing-bars.server'
import { findMyListings } from '~/modules/catalog/find-my-listings.server'
import { findSellerNames } from '~/modules/catalog/find-seller-names.server'
import { startListing } from '~/modules/catalog/start-listing.server'
import { paths } from '~/paths'
import { idField } from '~/platform/fields'
import { handleForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Refusal } from '~/ui/refusal'
import { Tick, TickGroup } from '~/ui/tick'

const NewPiece = z.object({ sellerId: idField.optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const locale = requestLocale(request)
  const [{ open }, sellers, bars] = await Promise.all([
    findMyListings({ actor, locale }),
    findSellerNames({ actor, locale }),
    findListingBars({ request, actor, sellerIds: actor.sellerIds }),
  ])
  return {
    sellers,
    bars,
    unfinished: open.filter(({ standing }) => ['draft', 'typed', 'changes'].includes(standing)),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  return handleForm(request, NewPiece, async ({ sellerId }) => {
    const productId = await startListing({ actor, sellerId: sellerId ?? null })
    return redirect(localPath(requestLocale(request), paths.studioPhotos({ productId })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.newTitle'))

export default function StudioProductNew() {
  const { sellers, bars, unfinished } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  if (sellers.length === 0)
    return (
      <EmptyState
        title={t('studio.noShop')}
        text={t('studio.noShopText')}
        action={{ href: href(paths.help()), text: t('studio.callHelp') }}
      />
    )
  return (
    <>
      <h1 className="studio-heading">{t('studio.newTitle')}</h1>
      <p className="studio-lead">{t('studio.newLead')}</p>
      <ListingStepper productId={null} here={null} lacking={['photos', 'words', 'price']} />
      {bars.map((bar) => (
        <ListingBarBanner key={bar.shop} bar={bar} />
      ))}
      <Refusal text={refusalText(t, failure)} />
      <form method="post" className="studio-form">
        {sellers.length > 1 ? (
          <TickGroup id="sellerId" legend={t('studio.newFor')} error={failure?.errors.sellerId}>
            {sellers.map(({ id, name }) => (
              <Tick
                key={id}
                type="radio"
                name="sellerId"
                value={id}
                defaultChecked={failure?.values.sellerId === id}
              >
                {name}
              </Tick>
            ))}
          </TickGroup>
        ) : null}
        <div className="studio-foot">
          <Button kind="seal" size={68} wide icon="camera">
            {t('studio.newStart')}
          </Button>
        </div>
      </form>
      <div className="studio-lead">
        <a className="link-line" href={href(paths.studioPocket())}>
          {t('pocket.mine')}
        </a>
        <p>{t('pocket.mineText')}</p>
      </div>
      <p className="studio-lead">
        <a className="link-line" href={href(paths.studioTables())}>
          {t('pieces.toTables')}
        </a>
      </p>
      <ListingSection
        title={t('studio.newUnfinished')}
        listings={unfinished}
        showSeller={sellers.length > 1}
      />
    </>
  )
}

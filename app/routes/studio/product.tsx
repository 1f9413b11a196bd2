import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { changePiece, pieceDone } from '~/modules/catalog/change-piece.server'
import { CopyForm } from '~/modules/catalog/components/copy-form'
import { PieceState } from '~/modules/catalog/components/piece-state'
import { PieceSteps } from '~/modules/catalog/components/piece-steps'
import { ShelfForm } from '~/modules/catalog/components/shelf-form'
import { getListing } from '~/modules/catalog/get-listing.server'
import { StudioProductParams } from '~/paths'
import { answer, type FormFailure, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Photo } from '~/ui/photo'
import { Refusal } from '~/ui/refusal'

const Query = z.object({
  done: z.enum([...pieceDone, '']).catch(''),
  /** she wanted to write in it, and cannot now */
  closed: z
    .string()
    .optional()
    .transform((text) => text !== undefined),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  const listing = await answer(request, () =>
    getListing({ actor, productId, locale: requestLocale(request) }),
  )
  const { content, photos, ...rest } = listing
  const [first] = photos
  return {
    ...rest,
    title: content.titleZh,
    photo: first ? first.photo : null,
    photoCount: photos.length,
    ...parseSearch(request, Query),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { productId } = parseParams(params, StudioProductParams)
  return changePiece({ request, form: await readForm(request), actor, productId })
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => data?.title || t('studio.untitled'))

export default function StudioProduct() {
  const listing = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>()
  const { t } = useTranslator()
  const { title, photo, shelves, live, open } = listing
  const counted = shelves.find(({ variantId }) => variantId === failure?.values.variantId)
  const isCounted = live !== null && counted !== undefined && counted.makeMode !== 'one_of_a_kind'
  const whyClosed =
    open === null ? 'studio.nothingOpen' : open.state === 'submitted' ? 'studio.beingRead' : null
  const refusal = refusalText(t, failure, isCounted) ?? (listing.closed && whyClosed ? t(whyClosed) : null)
  return (
    <>
      <div className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-4 pt-5 md:grid-cols-[15rem_minmax(0,1fr)] md:gap-x-10">
        {photo ? (
          <div className="aspect-[4/5] md:row-span-2">
            <Photo photo={photo} sizes="(min-width: 45em) 15rem, 5.25rem" eager />
          </div>
        ) : null}
        <h1
          className={`self-center text-[1.75rem] ${photo ? '' : 'col-span-2'}`}
          lang={title ? 'zh-CN' : undefined}
        >
          {title || t('studio.untitled')}
        </h1>
        <div className={`col-span-2 pt-4 ${photo ? 'md:col-span-1' : ''}`}>
          <Refusal text={refusal} className="mb-4" />
          <PieceState {...listing} />
        </div>
      </div>
      {open && open.state !== 'submitted' ? <PieceSteps {...listing} open={open} /> : null}
      {live && shelves.length > 0 ? (
        <ShelfForm shelves={shelves} failure={failure ?? null} isSaved={listing.done === 'stock'} />
      ) : null}
      {title ? <CopyForm /> : null}
    </>
  )
}

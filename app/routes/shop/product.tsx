import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { PiecePage } from '~/modules/cart/components/piece-page'
import { findPiecePage } from '~/modules/cart/find-piece-page.server'
import { putIntoBasket } from '~/modules/cart/put-into-basket.server'
import { AddForm } from '~/modules/cart/schema'
import { productData } from '~/modules/catalog/product-data'
import { sentPicture } from '~/modules/catalog/sent-picture'
import { keepVisitorToken, readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { askQuestion } from '~/modules/questions/ask-question.server'
import { AskForm } from '~/modules/questions/schema'
import { answerInstead } from '~/modules/search/answer-instead.server'
import { MissingPiece } from '~/modules/search/components/missing-piece'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { missingMeta, pageMeta } from '~/modules/search/page-meta'
import { breadcrumbData } from '~/modules/search/place-data'
import { ProductParams, paths } from '~/paths'
import { type FormFailure, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { asIs } from '~/platform/http/as-is'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

export const handle = { bar: true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug = '' } = params
  const locale = requestLocale(request)
  const visitor = await readVisitor(request, await findActor(request))
  const page = ProductParams.safeParse(params).success
    ? await findPiecePage({ request, slug, visitor, locale })
    : null
  if (page === null) return answerInstead({ request, context, slug })
  const { product } = page
  const { craft } = product
  const head = pageHead(request, {
    title: `${product.title} · ${translator(locale)('common.brand')}`,
    description: product.story,
    picture: sentPicture(product),
    craft: craft.code,
  })
  const origin = publicOrigin()
  const data = [
    productData({ product, address: head.canonical, image: head.image.src }),
    breadcrumbData([
      { name: translator(locale)('common.home'), address: origin + localPath(locale, paths.home()) },
      { name: craft.name, address: origin + localPath(locale, paths.craft({ craft: craft.code })) },
      { name: product.title, address: head.canonical },
    ]),
  ]
  return asIs({ page, head, data })
}

/** Into the basket, with answers to what the maker asks; or a question to her. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, ProductParams)
  const form = await readForm(request)
  if (form.has('variantId'))
    return handleFormData(request, form, AddForm, (piece) => putIntoBasket(request, piece))
  return handleFormData(request, form, AskForm, async ({ words }) => {
    const visitor = await readVisitor(request, await findActor(request))
    const { token } = await askQuestion({ visitor, slug, words, address: context.clientAddress })
    const path = localPath(requestLocale(request), `${paths.product({ slug })}?done=asked#questions`)
    return redirect(path, {
      status: 303,
      headers: token === null ? {} : { 'Set-Cookie': await keepVisitorToken(token) },
    })
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
  if (data?.page) return pageMeta(data.head, page, { isHidden: !data.page.product.isOnSale, data: data.data })
  return data ? missingMeta(page.location.pathname, data.instead) : pageMeta(undefined, page)
}

export default function Product() {
  const data = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  return data.page ? (
    <PiecePage data={data.page} failure={failure} />
  ) : (
    <MissingPiece instead={data.instead} />
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}

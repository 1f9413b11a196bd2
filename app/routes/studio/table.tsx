import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { TableFaults } from '~/modules/piece-lists/components/table-faults'
import { TablePhotos } from '~/modules/piece-lists/components/table-photos'
import { TablePieces } from '~/modules/piece-lists/components/table-pieces'
import { TakenTable } from '~/modules/piece-lists/components/taken-table'
import { discardList } from '~/modules/piece-lists/discard-list.server'
import { dropArchive } from '~/modules/piece-lists/drop-archive.server'
import { getList, type ListPage } from '~/modules/piece-lists/get-list.server'
import { receiveWholeArchive } from '~/modules/piece-lists/receive-whole-archive.server'
import { ArchiveForm, ListSearch, MendForm } from '~/modules/piece-lists/schema'
import { takeList } from '~/modules/piece-lists/take-list.server'
import { undoList } from '~/modules/piece-lists/undo-list.server'
import { uploadList } from '~/modules/piece-lists/upload-list.server'
import { paths, TableParams } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const { listId } = parseParams(params, TableParams)
  const t = translator(requestLocale(request))
  const page = await answer(request, () => getList({ actor, listId, t }))
  return { page, ...parseSearch(request, ListSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  await limitUploads(request, actor)
  const { listId } = parseParams(params, TableParams)
  const form = await readForm(request)
  const intent = form.get('intent')
  const back = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  if (intent === 'mend')
    return handleFormData(request, form, MendForm, async ({ file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const mended = { actor, listId, sellerId: null, fileName: file.name, bytes }
      return back(paths.studioTable({ listId: await uploadList(mended) }))
    })
  if (intent === 'archive')
    return handleFormData(request, form, ArchiveForm, async ({ archive }) => {
      await receiveWholeArchive({ actor, listId, file: archive })
      return back(`${paths.studioTable({ listId })}#photos`)
    })
  if (intent !== 'take' && intent !== 'undo' && intent !== 'discard' && intent !== 'drop')
    throw new Response(null, { status: 400 })
  return handleFormData(request, form, z.object({}), async () => {
    await acts[intent]({ actor, listId })
    if (intent === 'discard') return back(paths.studioTables({ said: 'discarded' }))
    if (intent === 'drop') return back(`${paths.studioTable({ listId })}#photos`)
    return back(paths.studioTable({ listId }, { said: intent === 'take' ? 'taken' : 'undone' }))
  })
}

const acts = { take: takeList, undo: undoList, discard: discardList, drop: dropArchive }

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('pieces.title'))

export default function StudioTable() {
  const { page, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const { draft } = page
  const isBeside = Boolean(failure?.errors.file ?? failure?.errors.archive)
  return (
    <>
      <h1 className="studio-heading">{page.fileName}</h1>
      <Refusal text={isBeside ? null : refusalText(t, failure)} />
      {said === page.state && !failure ? (
        <Banner tone="done" role="status">
          {t(said === 'taken' ? 'pieces.taken' : 'pieces.undone', { count: page.pieceCount })}
        </Banner>
      ) : null}
      {draft ? (
        <>
          <Tried draft={draft} />
          {draft.faults.length > 0 ? (
            <TableFaults listId={page.id} faults={draft.faults} fileError={failure?.errors.file} />
          ) : null}
          <TablePhotos listId={page.id} draft={draft} error={failure?.errors.archive} />
          <TablePieces pieces={draft.pieces} />
          <form method="post" className="studio-foot">
            {draft.faults.length === 0 && draft.fresh > 0 ? (
              <Button kind="seal" size={68} wide name="intent" value="take">
                {t('pieces.take', { count: draft.fresh })}
              </Button>
            ) : null}
            <Button kind="text" name="intent" value="discard">
              {t('pieces.discard')}
            </Button>
            <p className="quiet">{t('pieces.takeNote')}</p>
          </form>
        </>
      ) : (
        <TakenTable page={page} />
      )}
      <p className="studio-ways">
        <a className="link" href={href(paths.studioTables())}>
          {t('pieces.toTables')}
        </a>
      </p>
    </>
  )
}

function Tried({ draft }: { draft: NonNullable<ListPage['draft']> }) {
  const { t } = useTranslator()
  const { fresh, known, wrong, unknownTitles } = draft
  return (
    <>
      <p className="studio-lead">
        {t('pieces.tried')} {t('pieces.wouldBring', { fresh, known, wrong })}
      </p>
      {unknownTitles.length > 0 ? (
        <Banner tone="wait">{t('pieces.unknownTitles', { titles: unknownTitles })}</Banner>
      ) : null}
    </>
  )
}

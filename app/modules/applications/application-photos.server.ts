import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import type { Actor } from '~/modules/auth/actor'
import { cleanPicture } from '~/modules/media/clean-picture.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockOwnApplication } from './own-application.server'

/** Pictures of pieces that an application shows at most (trigger). */
const mostPhotos = 5

type AddInput = { actor: Actor; files: readonly Uint8Array[] }

/**
 * Adds pictures of her work, encoded anew without what the camera wrote into them and sealed; the same one twice is one. Refuses (beside `photos`) none at all, more than five, and what is no
 * photograph.
 */
export async function addApplicationPhotos({ actor, files }: AddInput): Promise<void> {
  if (files.length === 0) throw new Refusal('joining.noPhoto', 422, {}, 'photos')
  const pictures: Uint8Array[] = []
  for (const file of files.slice(0, mostPhotos + 1)) pictures.push(await clean(file, 'photos'))
  await inScope({ person: actor.personId }, async (tx) => {
    const { id, photos } = await lockOwnApplication(tx, actor)
    const kept = new Set(photos.map(({ attachmentId }) => attachmentId))
    for (const bytes of pictures)
      kept.add(await keepAttachment(tx, { bytes, uploadedById: actor.userId, field: 'photos' }))
    if (kept.size > mostPhotos) throw new Refusal('joining.manyPhotos', 422, { max: mostPhotos }, 'photos')
    await tx.applicationPhoto.createMany({
      data: [...kept].map((attachmentId) => ({ applicationId: id, attachmentId })),
      skipDuplicates: true,
    })
  })
}

/** Takes a picture away again; what is not hers or not there stays as it is. */
export async function removeApplicationPhoto({
  actor,
  attachmentId,
}: {
  actor: Actor
  attachmentId: string
}): Promise<void> {
  await inScope({ person: actor.personId }, async (tx) => {
    const { id } = await lockOwnApplication(tx, actor)
    await tx.applicationPhoto.deleteMany({ where: { applicationId: id, attachmentId } })
  })
}

/** Keeps the picture of a licence, sealed; a later one takes its place. Refuses (beside `licencePhoto`) what is no photograph. */
export async function keepLicencePhoto({ actor, file }: { actor: Actor; file: Uint8Array }): Promise<void> {
  const bytes = await clean(file, 'licencePhoto')
  await inScope({ person: actor.personId }, async (tx) => {
    const { id } = await lockOwnApplication(tx, actor)
    const licencePhotoId = await keepAttachment(tx, {
      bytes,
      uploadedById: actor.userId,
      field: 'licencePhoto',
    })
    await tx.sellerApplication.update({ where: { id }, data: { licencePhotoId }, select: { id: true } })
  })
}

async function clean(file: Uint8Array, field: string): Promise<Uint8Array> {
  try {
    return await cleanPicture(file)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.key, error.status, error.params, field)
  }
}

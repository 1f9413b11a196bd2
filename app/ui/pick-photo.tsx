import type { ChangeEventHandler } from 'react'
import type { ButtonKind } from './button'
import { Icon } from './icon'

type PickPhotoProps = {
  kind: Extract<ButtonKind, 'seal' | 'line'>
  /** opens the camera where there is one */
  camera?: boolean
  accept: string
  multiple?: boolean
  onChange: ChangeEventHandler<HTMLInputElement>
  children: string
}

/** A file field that looks like a large button: the field itself lies over it, unseen. */
export function PickPhoto({ kind, camera = false, children, ...input }: PickPhotoProps) {
  return (
    <label className="pick">
      <input type="file" {...input} {...(camera ? { capture: 'environment' } : {})} />
      <span className={`btn btn-${kind} btn-68 btn-wide`}>
        {camera ? <Icon name="camera" /> : null}
        <span className="btn-words">{children}</span>
      </span>
    </label>
  )
}

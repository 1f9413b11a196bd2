import { useEffect, useState } from 'react'
import { isSharedDevice } from '~/modules/pocket/shared-device'
import { PointBand } from './point-band'

/** The band of a page that is the same for everybody: the device itself says that it is shared. */
export function SharedBand() {
  const [isShared, setIsShared] = useState(false)
  useEffect(() => setIsShared(isSharedDevice()), [])
  return isShared ? <PointBand shop={null} /> : null
}

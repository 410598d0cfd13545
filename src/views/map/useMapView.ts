import { useMemo, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { fitView, panned, zoomed } from './mapView.ts';
import type { MapPoint, MapSize, MapView } from './mapView.ts';

/** A press that moves less than this is a click. */
const DRAG_PX = 4;

/** The view of a map: all points until someone pushes or zooms it, and back. */
export function useMapView(points: readonly MapPoint[], size: MapSize) {
  const whole = useMemo(() => fitView(points, size), [points, size]);
  const [own, setOwn] = useState<MapView | null>(null);
  const drag = useRef<{ readonly x: number; readonly y: number; readonly view: MapView; isMoved: boolean } | null>(null);
  const view = own ?? whole;
  const onPointerDown = (event: PointerEvent) => {
    if (event.button === 0) drag.current = { x: event.clientX, y: event.clientY, view, isMoved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === null) return;
    const [dx, dy] = [event.clientX - drag.current.x, event.clientY - drag.current.y];
    if (!drag.current.isMoved && Math.hypot(dx, dy) < DRAG_PX) return;
    // Only now, so that a click still reaches what is under the pointer.
    if (!drag.current.isMoved) event.currentTarget.setPointerCapture(event.pointerId);
    drag.current.isMoved = true;
    setOwn(panned(drag.current.view, dx, dy));
  };
  const onPointerUp = () => {
    drag.current = null;
  };
  return {
    view,
    isWhole: own === null,
    fit: () => setOwn(null),
    zoomBy: (factor: number) => setOwn(zoomed(view, factor)),
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}

import type { VNode } from "./preact.js";

export interface Ref<T> { current: T }
export function useState<T>(start: T | (() => T)): [T, (next: T | ((now: T) => T)) => void];
export function useRef<T>(start: T): Ref<T>;
export function useEffect(run: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useLayoutEffect(run: () => void | (() => void), inputs?: readonly unknown[]): void;
export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
export function useCallback<T>(run: T, inputs: readonly unknown[]): T;
export function useId(): string;
export type { VNode };

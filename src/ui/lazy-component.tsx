import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Creates a component whose code is loaded when it is first rendered. It renders nothing until then. */
export function lazyComponent<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return (props) => {
    const [Loaded, setLoaded] = useState(() => loaded);
    useLayoutEffect(() => {
      if (Loaded) return;
      void load().then((component) => {
        loaded = component;
        setLoaded(() => component);
      });
    }, []);
    return Loaded && <Loaded {...props} />;
  };
}

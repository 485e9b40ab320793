const isBundle = import.meta.url.endsWith('.js');

/** The renderer and the font: beside the bundle, or in their packages in a checkout. */
export const PLOT_FILES: { readonly renderer: URL; readonly font: URL } = isBundle
  ? { renderer: new URL('./resvg.wasm', import.meta.url), font: new URL('./DejaVuSans.ttf', import.meta.url) }
  : {
      renderer: new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')),
      font: new URL(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    };

import * as nodeModule from 'node:module';

/**
 * Lets Node (from 22.1 on) keep compiled code from one start to the next, which half of a start goes into. To be imported before
 * the core. Users turn it off with `NODE_DISABLE_COMPILE_CACHE`, and choose its folder with `NODE_COMPILE_CACHE`.
 */
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

// Starts the page: the names of its files are in the links of index.html.
const page = document.querySelector('link[rel="modulepreload"]').href;
const wasm = document.querySelector('link[rel="preload"][as="fetch"]').href;
import(page).then((module) => module.default({ module_or_path: wasm }));

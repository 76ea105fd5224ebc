import type { Identifier, Node, SourceFile } from 'typescript/unstable/ast';
import {
  isElementAccessExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  isPropertyAccessExpression,
  isTypeNode,
} from 'typescript/unstable/ast/is';
import { API, type Symbol as NamedSymbol, type Project } from 'typescript/unstable/sync';
import { root } from '../sources.ts';
import { type Feature, featureAt } from './compat-data.ts';

/** The built-in objects, functions and methods, the extension APIs and the HTML that the modules of `src` use. */
export function scriptFeatures(): Feature[] {
  const typescript = new API({ cwd: root });
  try {
    const config = `${root}tsconfig.json`;
    const project = typescript.updateSnapshot({ openProject: config }).getProject(config);
    if (!project) throw new Error(`TypeScript does not open ${config}.`);
    const files = project.program.getSourceFileNames().filter((name) => name.startsWith(`${root}src/`));
    return files.flatMap((name) => {
      const file = project.program.getSourceFile(name);
      return file ? featuresOf(file, project) : [];
    });
  } finally {
    typescript.close();
  }
}

/** The nodes of a tree without those of types, which are gone when the code runs. */
function runningNodes(node: Node): Node[] {
  const nodes: Node[] = [node];
  node.forEachChild((child) => {
    if (!isTypeNode(child)) nodes.push(...runningNodes(child));
  });
  return nodes;
}

function featuresOf(file: SourceFile, { checker }: Project): Feature[] {
  const nodes = runningNodes(file);
  const names = nodes.filter(isIdentifier);
  const symbols = checker.getSymbolAtLocation(names);
  return [
    ...names.flatMap((name, index) => builtIn(name, symbols[index], checker)),
    ...nodes.flatMap(extensionApi),
    ...nodes.flatMap(html),
  ];
}

/** The feature that a name refers to, if it is declared in TypeScript's own libraries. Those say to which interface it belongs. */
function builtIn(name: Identifier, symbol: NamedSymbol | undefined, checker: Project['checker']): Feature[] {
  if (!symbol?.declarations.some(({ path }) => /\/lib\.[^/]+\.d\.ts$/.test(path))) return [];
  const member = symbol.name;
  const owner = symbol.getParent()?.name;
  if (owner === undefined) return featureAt(['javascript', 'builtins', member], ['api', member]);
  if (owner === 'CSSStyleDeclaration') return featureAt(['css', 'properties', inKebabCase(member)]);
  const object = isPropertyAccessExpression(name.parent) ? name.parent.expression : null;
  // Static members of a web interface are declared in an unnamed type, so their owner is the object that is accessed.
  if (owner.startsWith('__')) {
    return object && isIdentifier(object) ? featureAt(['api', object.text, `${member}_static`]) : [];
  }
  const found = memberOf(owner.replace(/Constructor$/, ''), member);
  // Members that several interfaces share are declared in a mixin, which the data does not contain.
  const type = found.length === 0 && object ? checker.getTypeAtLocation(object)?.getSymbol()?.name : undefined;
  return type === undefined ? found : memberOf(type, member);
}

const inKebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const memberOf = (type: string, member: string): Feature[] =>
  featureAt(
    ['javascript', 'builtins', type, member],
    ['javascript', 'builtins', 'Intl', type, member],
    ['api', type, member],
  );

function extensionApi(node: Node): Feature[] {
  const [namespace, ...members] = namesAfterBrowser(node) ?? [];
  // The data lists `contextMenus` under Firefox's name for it.
  return namespace === undefined
    ? []
    : featureAt(['webextensions', 'api', namespace === 'contextMenus' ? 'menus' : namespace, ...members]);
}

/** Splits `browser.action.openPopup` into `action` and `openPopup`. Returns null if the expression does not start with `browser`. */
function namesAfterBrowser(node: Node): string[] | null {
  if (isIdentifier(node)) return node.text === 'browser' ? [] : null;
  if (!isPropertyAccessExpression(node) && !isElementAccessExpression(node)) return null;
  const names = namesAfterBrowser(node.expression);
  // The only computed name in the sources is that of a storage area.
  return names && [...names, isPropertyAccessExpression(node) ? node.name.text : 'StorageArea'];
}

function html(node: Node): Feature[] {
  if (!isJsxOpeningElement(node) && !isJsxSelfClosingElement(node)) return [];
  const tag = node.tagName.getText();
  const attributes = node.attributes.properties.filter(isJsxAttribute).map(({ name }) => name.getText().toLowerCase());
  return [
    ...featureAt(['html', 'elements', tag]),
    ...attributes.flatMap((name) => featureAt(['html', 'elements', tag, name], ['html', 'global_attributes', name])),
  ];
}

// Renders what the module drew, with WebGL 2: one buffer of vertices, one of indices, and textures
// that hold glyphs. The bytes are those of lamplight_frame in src/platform/web_exports.h.
//
//     const renderer = new Renderer(context);
//     const { flags, picture } = boundary.drawFrame(seconds);
//     if (flags & FRAME.hasPicture) renderer.draw(picture);
//
// Nothing is asked of WebGL while it draws: an answer stops the page until the browser's graphics
// process has done all that it was told before. Nothing else draws into the context, so that what
// is set here stays set.

import { GraphicsError } from './canvas_surface.js';

const VERTEX_BYTES = 20;
const INDEX_BYTES = 2;
const RECORD_BYTES = 32; // of a command, and of a texture's task
const [CREATE, UPDATE] = [0, 1];

const VERTEX_SHADER = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
uniform vec2 scale;
out vec2 at;
out vec4 tint;
void main() {
  at = texel;
  tint = color;
  gl_Position = vec4(place * scale + vec2(-1, 1), 0, 1);
}`;

const FRAGMENT_SHADER = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tint;
out vec4 pixel;
void main() {
  pixel = tint * texture(atlas, at);
}`;

/**
 * Where a frame lies in the module's memory.
 * @typedef {{ memory: Uint8Array, pointer: number }} Picture
 */

export class Renderer {
  #gl;
  #scale;
  /** @type {Map<number, WebGLTexture | null>} */
  #textures = new Map();

  /**
   * Failure: GraphicsError.
   * @param {WebGL2RenderingContext} gl
   */
  constructor(gl) {
    this.#gl = gl;
    const program = gl.createProgram();
    for (const [kind, text] of /** @type {const} */ ([
      [gl.VERTEX_SHADER, VERTEX_SHADER],
      [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
    ])) {
      const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new GraphicsError('The drawing context could not be set up.');
    }
    gl.useProgram(program);
    this.#scale = gl.getUniformLocation(program, 'scale');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const attribute of [0, 1, 2]) gl.enableVertexAttribArray(attribute);
    gl.enable(gl.BLEND);
    gl.enable(gl.SCISSOR_TEST);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  /** @param {Picture} picture */
  draw({ memory, pointer }) {
    const gl = this.#gl;
    const frame = new DataView(memory.buffer, memory.byteOffset + pointer);
    const [vertices, vertexCount, indices, indexCount, commands, commandCount, tasks, taskCount] =
      Array.from({ length: 8 }, (_, i) => frame.getUint32(24 + 4 * i, true));
    for (let i = 0; i < taskCount; ++i) this.#doTask(memory, tasks + i * RECORD_BYTES);
    const pixelWidth = frame.getUint32(16, true);
    const pixelHeight = frame.getUint32(20, true);
    gl.viewport(0, 0, pixelWidth, pixelHeight);
    gl.scissor(0, 0, pixelWidth, pixelHeight);
    const [red, green, blue] = [4, 5, 6].map((at) => frame.getUint8(at) / 255);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.#scale, 2 / frame.getFloat32(8, true), -2 / frame.getFloat32(12, true));
    gl.bufferData(gl.ARRAY_BUFFER, memory, gl.STREAM_DRAW, vertices, vertexCount * VERTEX_BYTES);
    gl.bufferData(
      gl.ELEMENT_ARRAY_BUFFER,
      memory,
      gl.STREAM_DRAW,
      indices,
      indexCount * INDEX_BYTES,
    );
    let boundTexture = -1;
    let boundVertex = -1;
    for (let i = 0; i < commandCount; ++i) {
      const command = new DataView(memory.buffer, memory.byteOffset + commands + i * RECORD_BYTES);
      const texture = command.getUint32(0, true);
      if (texture !== boundTexture) {
        gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(texture) ?? null);
        boundTexture = texture;
      }
      const firstVertex = command.getUint32(12, true);
      if (firstVertex !== boundVertex) {
        const at = firstVertex * VERTEX_BYTES;
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX_BYTES, at);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX_BYTES, at + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX_BYTES, at + 16);
        boundVertex = firstVertex;
      }
      gl.scissor(
        command.getInt32(16, true),
        command.getInt32(20, true),
        command.getInt32(24, true),
        command.getInt32(28, true),
      );
      gl.drawElements(
        gl.TRIANGLES,
        command.getUint32(8, true),
        gl.UNSIGNED_SHORT,
        command.getUint32(4, true) * INDEX_BYTES,
      );
    }
  }

  /**
   * @param {Uint8Array} memory
   * @param {number} at
   */
  #doTask(memory, at) {
    const gl = this.#gl;
    const fields = new DataView(memory.buffer, memory.byteOffset + at, RECORD_BYTES);
    const [number, task, rowPixels, x, y, width, height, pixels] = Array.from(
      { length: 8 },
      (_, i) => fields.getUint32(4 * i, true),
    );
    const type = gl.UNSIGNED_BYTE;
    if (task === CREATE) {
      const texture = gl.createTexture();
      this.#textures.set(number, texture);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, type, memory, pixels);
    } else if (task === UPDATE) {
      gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(number) ?? null);
      gl.pixelStorei(gl.UNPACK_ROW_LENGTH, rowPixels);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, type, memory, pixels);
    } else {
      gl.deleteTexture(this.#textures.get(number) ?? null);
      this.#textures.delete(number);
    }
  }
}

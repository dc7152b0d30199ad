// The shapes of the legend and the outline of a node, as sigma's shaders draw them. Distances below nought are inside.

const shape = (name, inradiusFactor, body) => ({ name, inradiusFactor, glsl: `float sdf_${name}(vec2 uv, float size) {\n${body}\n}` });

const TRIANGLE = `
  float r = size * 0.95;
  p.x = abs(p.x) - r;
  p.y = p.y + r / 1.7320508 - 0.12 * size;
  if (p.x + 1.7320508 * p.y > 0.0) p = vec2(p.x - 1.7320508 * p.y, -1.7320508 * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);`;

export const SHAPES = [
  shape("dot", 1, "return length(uv) - size;"),
  shape("square", 0.72, `
  vec2 d = abs(uv) - vec2(size * 0.82);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);`),
  shape("diamond", 0.7, "return (abs(uv.x) + abs(uv.y) - size) * 0.7071068;"),
  shape("triangle", 0.55, `vec2 p = uv;${TRIANGLE}`),
  shape("triangleDown", 0.55, `vec2 p = vec2(uv.x, -uv.y);${TRIANGLE}`),
  shape("hexagon", 0.87, `
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  float r = size * 0.8660254;
  vec2 p = abs(uv);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);`),
  shape("star", 0.5, `
  const vec2 k1 = vec2(0.8090170, -0.5877853);
  const vec2 k2 = vec2(-0.8090170, -0.5877853);
  vec2 p = vec2(abs(uv.x), uv.y + 0.04 * size);
  p -= 2.0 * max(dot(k1, p), 0.0) * k1;
  p -= 2.0 * max(dot(k2, p), 0.0) * k2;
  p.x = abs(p.x);
  p.y -= size;
  vec2 ba = 0.45 * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
  float along = clamp(dot(p, ba) / dot(ba, ba), 0.0, size);
  return length(p - ba * along) * sign(p.y * ba.x - p.x * ba.y);`),
];

// A layer over the fill: the outline, of a width in pixels, inside the shape.
export const outline = (width) => ({
  name: "outline",
  uniforms: [],
  attributes: [{ name: "a_outlineColor", size: 4, type: WebGL2RenderingContext.UNSIGNED_BYTE, normalized: true, source: "border" }],
  glsl: `
vec4 layer_outline(vec4 v_outlineColor) {
  float wide = ${width.toFixed(2)} * context.pixelToUV;
  float inside = smoothstep(-wide - context.aaWidth, -wide + context.aaWidth, context.sdf);
  return vec4(v_outlineColor.rgb, v_outlineColor.a * inside);
}`,
});

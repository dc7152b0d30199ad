(()=>{var Fs=Object.create;var _r=Object.defineProperty;var Is=Object.getOwnPropertyDescriptor;var Ns=Object.getOwnPropertyNames;var zs=Object.getPrototypeOf,Gs=Object.prototype.hasOwnProperty;var Tr=(a,n)=>()=>{try{return n||a((n={exports:{}}).exports,n),n.exports}catch(t){throw n=0,t}};var Ms=(a,n,t,e)=>{if(n&&typeof n=="object"||typeof n=="function")for(let r of Ns(n))!Gs.call(a,r)&&r!==t&&_r(a,r,{get:()=>n[r],enumerable:!(e=Is(n,r))||e.enumerable});return a};var at=(a,n,t)=>(t=a!=null?Fs(zs(a)):{},Ms(n||!a||!a.__esModule?_r(t,"default",{value:a,enumerable:!0}):t,a));var St=Tr((Af,_a)=>{"use strict";var Tt=typeof Reflect=="object"?Reflect:null,Br=Tt&&typeof Tt.apply=="function"?Tt.apply:function(n,t,e){return Function.prototype.apply.call(n,t,e)},_n;Tt&&typeof Tt.ownKeys=="function"?_n=Tt.ownKeys:Object.getOwnPropertySymbols?_n=function(n){return Object.getOwnPropertyNames(n).concat(Object.getOwnPropertySymbols(n))}:_n=function(n){return Object.getOwnPropertyNames(n)};function Xs(a){console&&console.warn&&console.warn(a)}var Wr=Number.isNaN||function(n){return n!==n};function ne(){ne.init.call(this)}_a.exports=ne;_a.exports.once=Zs;ne.EventEmitter=ne;ne.prototype._events=void 0;ne.prototype._eventsCount=0;ne.prototype._maxListeners=void 0;var Or=10;function Tn(a){if(typeof a!="function")throw new TypeError('The "listener" argument must be of type Function. Received type '+typeof a)}Object.defineProperty(ne,"defaultMaxListeners",{enumerable:!0,get:function(){return Or},set:function(a){if(typeof a!="number"||a<0||Wr(a))throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received '+a+".");Or=a}});ne.init=function(){(this._events===void 0||this._events===Object.getPrototypeOf(this)._events)&&(this._events=Object.create(null),this._eventsCount=0),this._maxListeners=this._maxListeners||void 0};ne.prototype.setMaxListeners=function(n){if(typeof n!="number"||n<0||Wr(n))throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received '+n+".");return this._maxListeners=n,this};function Ur(a){return a._maxListeners===void 0?ne.defaultMaxListeners:a._maxListeners}ne.prototype.getMaxListeners=function(){return Ur(this)};ne.prototype.emit=function(n){for(var t=[],e=1;e<arguments.length;e++)t.push(arguments[e]);var r=n==="error",i=this._events;if(i!==void 0)r=r&&i.error===void 0;else if(!r)return!1;if(r){var o;if(t.length>0&&(o=t[0]),o instanceof Error)throw o;var s=new Error("Unhandled error."+(o?" ("+o.message+")":""));throw s.context=o,s}var l=i[n];if(l===void 0)return!1;if(typeof l=="function")Br(l,this,t);else for(var d=l.length,u=Xr(l,d),e=0;e<d;++e)Br(u[e],this,t);return!0};function $r(a,n,t,e){var r,i,o;if(Tn(t),i=a._events,i===void 0?(i=a._events=Object.create(null),a._eventsCount=0):(i.newListener!==void 0&&(a.emit("newListener",n,t.listener?t.listener:t),i=a._events),o=i[n]),o===void 0)o=i[n]=t,++a._eventsCount;else if(typeof o=="function"?o=i[n]=e?[t,o]:[o,t]:e?o.unshift(t):o.push(t),r=Ur(a),r>0&&o.length>r&&!o.warned){o.warned=!0;var s=new Error("Possible EventEmitter memory leak detected. "+o.length+" "+String(n)+" listeners added. Use emitter.setMaxListeners() to increase limit");s.name="MaxListenersExceededWarning",s.emitter=a,s.type=n,s.count=o.length,Xs(s)}return a}ne.prototype.addListener=function(n,t){return $r(this,n,t,!1)};ne.prototype.on=ne.prototype.addListener;ne.prototype.prependListener=function(n,t){return $r(this,n,t,!0)};function qs(){if(!this.fired)return this.target.removeListener(this.type,this.wrapFn),this.fired=!0,arguments.length===0?this.listener.call(this.target):this.listener.apply(this.target,arguments)}function Hr(a,n,t){var e={fired:!1,wrapFn:void 0,target:a,type:n,listener:t},r=qs.bind(e);return r.listener=t,e.wrapFn=r,r}ne.prototype.once=function(n,t){return Tn(t),this.on(n,Hr(this,n,t)),this};ne.prototype.prependOnceListener=function(n,t){return Tn(t),this.prependListener(n,Hr(this,n,t)),this};ne.prototype.removeListener=function(n,t){var e,r,i,o,s;if(Tn(t),r=this._events,r===void 0)return this;if(e=r[n],e===void 0)return this;if(e===t||e.listener===t)--this._eventsCount===0?this._events=Object.create(null):(delete r[n],r.removeListener&&this.emit("removeListener",n,e.listener||t));else if(typeof e!="function"){for(i=-1,o=e.length-1;o>=0;o--)if(e[o]===t||e[o].listener===t){s=e[o].listener,i=o;break}if(i<0)return this;i===0?e.shift():Ys(e,i),e.length===1&&(r[n]=e[0]),r.removeListener!==void 0&&this.emit("removeListener",n,s||t)}return this};ne.prototype.off=ne.prototype.removeListener;ne.prototype.removeAllListeners=function(n){var t,e,r;if(e=this._events,e===void 0)return this;if(e.removeListener===void 0)return arguments.length===0?(this._events=Object.create(null),this._eventsCount=0):e[n]!==void 0&&(--this._eventsCount===0?this._events=Object.create(null):delete e[n]),this;if(arguments.length===0){var i=Object.keys(e),o;for(r=0;r<i.length;++r)o=i[r],o!=="removeListener"&&this.removeAllListeners(o);return this.removeAllListeners("removeListener"),this._events=Object.create(null),this._eventsCount=0,this}if(t=e[n],typeof t=="function")this.removeListener(n,t);else if(t!==void 0)for(r=t.length-1;r>=0;r--)this.removeListener(n,t[r]);return this};function Vr(a,n,t){var e=a._events;if(e===void 0)return[];var r=e[n];return r===void 0?[]:typeof r=="function"?t?[r.listener||r]:[r]:t?Ks(r):Xr(r,r.length)}ne.prototype.listeners=function(n){return Vr(this,n,!0)};ne.prototype.rawListeners=function(n){return Vr(this,n,!1)};ne.listenerCount=function(a,n){return typeof a.listenerCount=="function"?a.listenerCount(n):jr.call(a,n)};ne.prototype.listenerCount=jr;function jr(a){var n=this._events;if(n!==void 0){var t=n[a];if(typeof t=="function")return 1;if(t!==void 0)return t.length}return 0}ne.prototype.eventNames=function(){return this._eventsCount>0?_n(this._events):[]};function Xr(a,n){for(var t=new Array(n),e=0;e<n;++e)t[e]=a[e];return t}function Ys(a,n){for(;n+1<a.length;n++)a[n]=a[n+1];a.pop()}function Ks(a){for(var n=new Array(a.length),t=0;t<n.length;++t)n[t]=a[t].listener||a[t];return n}function Zs(a,n){return new Promise(function(t,e){function r(o){a.removeListener(n,i),e(o)}function i(){typeof a.removeListener=="function"&&a.removeListener("error",r),t([].slice.call(arguments))}qr(a,n,i,{once:!0}),n!=="error"&&Qs(a,r,{once:!0})})}function Qs(a,n,t){typeof a.on=="function"&&qr(a,"error",n,t)}function qr(a,n,t,e){if(typeof a.on=="function")e.once?a.once(n,t):a.on(n,t);else if(typeof a.addEventListener=="function")a.addEventListener(n,function r(i){e.once&&a.removeEventListener(n,r),t(i)});else throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type '+typeof a)}});var Ha=Tr((Wf,Gi)=>{Gi.exports=function(n){return n!==null&&typeof n=="object"&&typeof n.addUndirectedEdgeWithKey=="function"&&typeof n.dropNode=="function"&&typeof n.multi=="boolean"}});var ga=([a,n,t])=>({id:a,fr:n,en:t});function Sr(a){if(a?.format!==1)throw new Error(`format ${a?.format}`);let n=a.families.map(([x,_,w,E,L,S,A],R)=>({index:R,id:x,key:mn(x),fr:_,en:w,shape:E,fill:L,border:S,actor:A})),t=a.kinds.map(([x,_,w,E])=>({id:x,fr:_,en:w,family:n[E]})),e=a.through.map((x,_)=>({index:_,...ga(x),key:mn(x[0])})),r=a.roles.map(x=>({...ga(x),key:mn(x[0])})),i=a.themes.map(x=>({...ga(x),key:mn(x[0])})),o=a.arrangements.map(([x,_,w,E])=>({id:x,label:_,family:e[w],themes:E.map(L=>i[L])})),s=a.periods.map(([x,_,w,E,L,S,A])=>({begins:x,begun:_,ends:w,ended:E,open:!!L,fr:S,en:A})),l=a.rolesets.map(x=>x.map(_=>r[_])),d=a.groups.map(([x,_,w,E,L],S)=>({index:S,x,y:-_,radius:w,size:E,...Bs(L,E-1)})),u=a.nodes.map(([x,_,w,E,L,S,A,R],F)=>({index:F,id:x,label:_,kind:t[w],x:E,y:-L,group:d[S]??null,also:A,place:a.territories[R]??null})),c=a.links.map(([x,_,...w],E)=>({index:E,source:u[x],target:u[_],id:`${u[x].id}~${u[_].id}`,ties:w.map(([L,S,A,R])=>({arrangement:o[L],...s[S],roles:l[A],inferred:!!(R&1),planned:!!(R&2)}))})),{name:f,title:h,directed:v,twoModes:m,rule:b,version:p,query:g,around:y,base:T}=a;return{name:f,title:h,directed:v,twoModes:m,rule:b,version:p,query:g,around:y,base:T,families:n,kinds:t,through:e,roles:r,themes:i,arrangements:o,groups:d,nodes:u,links:c}}function Bs(a,n){return n?{fr:`${a} et ${n} autre${n>1?"s":""}`,en:`${a} and ${n} more`,brief:`${a} +${n}`}:{fr:a,en:a,brief:a}}function mn(a){return a?/[^#/:]*$/.exec(a)[0]:"other"}function Me(a,n){let t=a.replace(/#arrangement$/,"");return/^[a-z]+:/.test(t)?t:n+t}var Os="http://www.w3.org/2000/svg";function Er(a,{on:n={},...t},e){for(let[r,i]of Object.entries(t))i===!0?a.setAttribute(r,""):i!==!1&&i!==null&&i!==void 0&&a.setAttribute(r,i);for(let[r,i]of Object.entries(n))a.addEventListener(r,i);return a.append(...e.flat().filter(r=>r!=null&&r!==!1)),a}var M=(a,n={},...t)=>Er(document.createElement(a),n,t),Ee=(a,n={},...t)=>Er(document.createElementNS(Os,a),n,t);function re(a,n,t={}){return M("button",{type:"button",...t,on:{click:n}},a)}var me=["certain","possible","unknown"];function rt(a){let n=/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(a??"");if(!n)return null;let[,t,e=null,r=null]=n,i=new Date(Date.UTC(2e3,0,1));if(i.setUTCFullYear(Number(t),e?Number(e):12,0),e&&(e<"01"||e>"12")||r&&(r<"01"||Number(r)>i.getUTCDate()))return null;let o=r??String(i.getUTCDate()).padStart(2,"0");return[`${t}-${e??"01"}-${r??"01"}`,`${t}-${e??"12"}-${o}`]}function pa(a,n){let{begins:t,begun:e,ends:r,ended:i,open:o}=a;if(!n)return t&&(i||o)?"certain":t||e||r||i||o?"possible":"unknown";let[s,l]=n;return i&&i<s||t&&t>l?null:r&&r>=s&&e&&e<=l?"certain":(i||o)&&t?"possible":"unknown"}function bn(a,n){return!a||!n?a??n:me.indexOf(a)<=me.indexOf(n)?a:n}function va(a,n=80){let t=1/0,e=-1/0;for(let{begins:r,begun:i,ends:o,ended:s}of a)for(let l of[r,i,o,s]){if(!l)continue;let d=Number(l.slice(0,4));t=Math.min(t,d),e=Math.max(e,d)}return t>e?[]:Array.from({length:Math.min(e-t+1,n)},(r,i)=>Math.max(t,e-n+1)+i)}function Rr(a,n=va(a)){return n.map(t=>{let e=rt(String(t)),r={year:t,certain:0,possible:0,unknown:0};for(let i of a){let o=pa(i,e);o&&(r[o]+=1)}return r})}var ma=(a,n,t,e,r=0)=>Array.from({length:a},(i,o)=>{let s=r+o*2*Math.PI/a;return[n+e(o)*Math.sin(s),t-e(o)*Math.cos(s)]});function wr(a,n,t,e){let r=1.15*t,i=n+e*.275*r,o=r/Math.sqrt(3),s=r*Math.sqrt(3)-o;return[[a,i-e*s],[a+r,i+e*o],[a-r,i+e*o]]}var Ws={square:(a,n,t)=>[[-1,-1],[1,-1],[1,1],[-1,1]].map(([e,r])=>[a+.86*t*e,n+.86*t*r]),diamond:(a,n,t)=>ma(4,a,n,()=>t),triangle:(a,n,t)=>wr(a,n,t,1),triangleDown:(a,n,t)=>wr(a,n,t,-1),star:(a,n,t)=>ma(10,a,n+.082*t,e=>.9*t*(e%2?.5:1.3)),hexagon:(a,n,t)=>ma(6,a,n,()=>t,Math.PI/6)},yn=(a,n,t,e)=>Ws[a]?.(n,t,e)??null,it={certain:null,possible:[9,5],unknown:[2,4]};function mt({shape:a,fill:n,border:t,actor:e}){let r={fill:n,stroke:t,"stroke-width":e===!1?2.2:1.3,"stroke-linejoin":"round"},i=yn(a,10,10,7.5);return Ee("svg",{class:"glyph",viewBox:"0 0 20 20",width:20,height:20,"aria-hidden":"true"},i?Ee("polygon",{points:i.map(o=>o.map(s=>s.toFixed(2)).join(",")).join(" "),...r}):Ee("circle",{cx:10,cy:10,r:7.5,...r}))}function bt(a){return Ee("svg",{class:"sample",viewBox:"0 0 36 10",width:36,height:10,"aria-hidden":"true"},Ee("line",{x1:1,y1:5,x2:35,y2:5,stroke:"#46515e","stroke-width":2.4,"stroke-dasharray":it[a]?.join(" ")??null}))}var Us=["count","newman","jaccard","cosine"],xn=["states","certainty","kinds","through","roles","themes"],Ar={states:me,certainty:["explicit","inferred"]},$s=["at","weight","least","open","link","node",...xn];function ba(){return{at:"",weight:"count",least:1,open:new Set,link:null,node:null,...Object.fromEntries(xn.map(a=>[a,null]))}}function ya(a){let n=new URLSearchParams(a),t=ba(),e=[],r=i=>(n.get(i)??"").trim();r("at")&&(rt(r("at"))?t.at=r("at"):e.push("at")),r("weight")&&(Us.includes(r("weight"))?t.weight=r("weight"):e.push("weight")),r("least")&&(/^[1-9]\d{0,3}$/.test(r("least"))?t.least=Number(r("least")):e.push("least"));for(let i of r("open").split(",").filter(Boolean))/^\d{1,5}$/.test(i)?t.open.add(Number(i)):e.push("open");t.link=r("link")||null,t.node=r("node")||null;for(let i of xn){if(!n.has(i))continue;let o=r(i).split(",").filter(Boolean),s=Ar[i]?o.filter(l=>Ar[i].includes(l)):o;s.length<o.length&&e.push(i),t[i]=new Set(s)}return{state:t,odd:e}}function Dr(a,n=""){let t=new URLSearchParams(n),e=new URLSearchParams([...t].filter(([i])=>!$s.includes(i)));a.at&&e.set("at",a.at),a.weight!=="count"&&e.set("weight",a.weight),a.least>1&&e.set("least",String(a.least));for(let i of xn)a[i]&&e.set(i,[...a[i]].sort().join(","));a.open.size&&e.set("open",[...a.open].sort((i,o)=>i-o).join(",")),a.node&&e.set("node",a.node),a.link&&e.set("link",a.link);let r=e.toString().replace(/%(2C|2F|3A|7E)/g,i=>decodeURIComponent(i));return r?`?${r}`:""}function Lr(a,n,t,e){let r=new Set(a??e);return t?r.add(n):r.delete(n),e.every(i=>r.has(i))?null:r}var ie=(a,n)=>a.replace(/\{(\w+)\}/g,(t,e)=>n[e]??t);function le(a,n,t){let e=t==="fr"?n<2:n===1;return ie(a[e?0:1],{n:ye(n,t)})}var ye=(a,n)=>new Intl.NumberFormat(n==="fr"?"fr-FR":"en-GB",{maximumFractionDigits:3}).format(a);function Cr(a,{words:n,lang:t,data:e,go:r,state:i}){let o={kinds:e.families.map(m=>({key:m.key,text:m[t],mark:()=>mt(m)})),states:me.map(m=>({key:m,text:()=>n[i().at?m:`${m}All`],mark:()=>bt(m)})),certainty:[{key:"explicit",text:n.explicit},{key:"inferred",text:n.inferredOne}],through:e.through.map(({key:m,...b})=>({key:m,text:b[t]})),roles:d(e.roles),themes:d(e.themes)},s=Object.fromEntries(Object.entries(o).map(([m,b])=>[m,b.map(({key:p})=>p)])),l={};function d(m){return m.map(({key:b,...p})=>({key:b,text:p[t]})).sort((b,p)=>b.text.localeCompare(p.text,t))}function u(m,{key:b,text:p,mark:g}){let y=M("input",{type:"checkbox",on:{change:()=>r({[m]:Lr(i()[m],b,y.checked,s[m])})}}),T=M("span",{class:"text"},typeof p=="function"?p():p),x=M("span",{class:"n"});return l[`${m} ${b}`]={tick:y,count:x,said:T,text:p},M("label",{class:"box"},y,g?g():null,T,x)}function c(m,b,p){let g=o[m];if(g.length<2)return null;let y=g.length>4&&M("p",{class:"both"},re(n.all,()=>r({[m]:null}),{class:"inline","aria-label":`${n.all} : ${b}`})," · ",re(n.none,()=>r({[m]:new Set}),{class:"inline","aria-label":`${n.none} : ${b}`}));return M("details",{open:p,class:"filter"},M("summary",{},b),M("fieldset",{},M("legend",{class:"unseen"},b),y,g.map(T=>u(m,T))))}let f=matchMedia("(min-width: 900px)").matches,h=M("input",{id:"least",type:"number",min:1,max:999,value:1,on:{change:()=>r({least:Math.min(999,Math.max(1,Math.round(Number(h.value))||1))})}}),v=[c("kinds",e.twoModes?n.kindsThings:n.kinds,f),c("states",n.states,f),c("certainty",n.certainty,f),c("through",n.through,!1),c("roles",n.roles,!1),c("themes",n.themes,!1)].filter(Boolean);return a.append(M("h2",{},n.filters),...v,M("p",{class:"field least"},M("label",{for:"least"},n.least),h),re(n.reset,()=>r(null),{class:"plain reset"})),function(b){let p=i();h.value=p.least;for(let[g,y]of Object.entries(s))for(let T of y){let x=l[`${g} ${T}`];x&&(x.tick.checked=!p[g]||p[g].has(T),x.count.textContent=ye(b[g]?.get(T)??0,t),typeof x.text=="function"&&(x.said.textContent=x.text()))}}}var Ht=(a,n)=>!a||a.has(n),kr=(a,n)=>!a||n.some(({key:t})=>a.has(t));function Hs(a,n){return Ht(n.certainty,a.inferred?"inferred":"explicit")&&Ht(n.through,a.arrangement.family.key)&&kr(n.roles,a.roles)&&kr(n.themes,a.arrangement.themes)}function Vt(a,n){let t=n.at?rt(n.at):null,e=[];for(let r of a.links){if(!Ht(n.kinds,r.source.kind.family.key)||!Ht(n.kinds,r.target.kind.family.key))continue;let i=[],o=new Set,s=null;for(let l of r.ties){if(!Hs(l,n))continue;let d=pa(l,t);!d||!Ht(n.states,d)||(i.push({tie:l,standing:d}),o.add(l.arrangement),s=bn(s,d))}i.length&&o.size>=n.least&&e.push({link:r,ties:i,standing:s,inferred:i.every(({tie:l})=>l.inferred),arrangements:o})}return e}function Pr(a,n){let t={...n,at:"",states:null};return Vt(a,t).flatMap(({ties:e})=>e.map(({tie:r})=>r))}function Fr(a){let n=Object.fromEntries(me.map(t=>[t,0]));for(let{standing:t}of a)n[t]+=1;return n}function Ir(a,n,t){let e=new Map;for(let{link:r,ties:i}of n){let o=new Set;if(t==="kinds")for(let{kind:s}of[r.source,r.target])o.add(s.family.key);for(let{tie:s}of i){if(t==="through"&&o.add(s.arrangement.family.key),t==="roles")for(let{key:l}of s.roles)o.add(l);if(t==="themes")for(let{key:l}of s.arrangement.themes)o.add(l);t==="certainty"&&o.add(s.inferred?"inferred":"explicit")}for(let s of o)e.set(s,(e.get(s)??0)+1)}return e}var Vs=3,yt=(a,n)=>!a||a.size<=Vs||n.open.has(a.index);function Nr(a,n,t,e){let r=new Map,i=s=>{let l=!yt(s.group,e),d=l?`group ${s.group.index}`:s.id;return r.has(d)||r.set(d,{id:d,node:l?null:s,group:l?s.group:null,members:new Set,inner:0,lines:0}),r.get(d).members.add(s),r.get(d)},o=new Map;for(let s of n){let l=i(s.link.source),d=i(s.link.target);if(l===d){l.inner+=1;continue}let[u,c]=a.directed||l.id<d.id?[l,d]:[d,l],f=`${u.id}~${c.id}`,h=o.get(f)??{id:f,a:u,b:c,links:[],weight:0,standing:null,inferred:!0};h.links.push(s),h.weight+=t.get(s.link),h.standing=bn(h.standing,s.standing),h.inferred&&=s.inferred,o.set(f,h)}for(let{a:s,b:l}of o.values())s.lines+=1,l.lines+=1;return{units:[...r.values()],lines:[...o.values()]}}function ot(a){return a.a.node&&a.b.node&&a.links.length===1?a.links[0]:null}var xa={usual:"#5b6a78",inferred:"#8893a0",chosen:"#0b57d0"},js={shape:"dot",fill:"#e8eff6",border:"#1f4e79"};function be(a){if(a.group)return{...js,size:Math.min(34,8+1.9*Math.sqrt(a.members.size))};let{shape:n,fill:t,border:e}=a.node.kind.family;return{shape:n,fill:t,border:e,size:Math.min(15,5.5+1.1*Math.sqrt(a.lines))}}function xt(a){let n=a.map(({weight:r})=>r),[t,e]=[Math.min(...n),Math.max(...n)];return({weight:r})=>e>t?1.4+4.8*Math.sqrt((r-t)/(e-t)):1.8}var jt=a=>a.length>250?.55:1,Xt=(a,n)=>n?xa.chosen:a.inferred?xa.inferred:xa.usual,_t=a=>a.group?a.group.brief:a.node.also[0]??a.node.label,qe=a=>a.group?a.group:a.node;function zr(a,{words:n,lang:t,data:e,source:r,thing:i,around:o,go:s,back:l}){let d=M("h2",{tabindex:"-1"}),u=M("div",{class:"body"});a.append(M("div",{class:"head"},d,re("×",f,{class:"close plain","aria-label":n.close})),u);let c=0;function f(){s({link:null,node:null}),l()}a.addEventListener("keydown",S=>S.key==="Escape"&&f());function h(S,...A){c+=1;let R=a.contains(document.activeElement);return d.replaceChildren(...[S].flat()),u.replaceChildren(...A.flat().filter(Boolean)),a.hidden=!1,a.scrollTop=0,R&&d.focus(),c}let v=S=>i?i.replace("{id}",encodeURI(Me(S,e.base).replace(e.base,""))):null,m=S=>Me(S,e.base).startsWith(e.base),b=(S,A)=>S?M("a",{href:S},A):A;function p(S,A){let R=[S.modality&&n[S.modality],S.inferred&&n.inferred].filter(Boolean);return M("article",{class:"tie"},M("h3",{},b(S.page,S.label)),M("p",{class:"when"},[S.kindLabel,S.relation,S.when].filter(Boolean).join(" · ")),M("p",{class:"when"},bt(A.standing),` ${A.words}`,...R.map(F=>[" ",M("span",{class:"mark"},F)])),S.inferred&&M("p",{class:"note"},n.inferredHint),S.roles.length&&M("ul",{class:"lines"},S.roles.map(({label:F,role:P})=>M("li",{},F,P?M("span",{class:"label"},` : ${P}`):null))),g(S))}function g(S){return S.quotations.length?S.quotations.map(A=>{let R=M("footer",{},b(A.page,A.title),A.part?`, ${A.part}`:"",A.exact&&A.start!==null?` (${ie(n.chars,A)})`:"",A.source?[" · ",M("a",{href:A.source,rel:"noopener noreferrer external",target:"_blank"},new URL(A.source).hostname.replace(/^www\./,""))]:null);return A.exact?M("blockquote",{lang:"fr"},M("p",{},`« ${A.exact} »`),R):M("div",{class:"register"},M("p",{class:"note"},n.register),R)}):M("p",{class:"note"},n.noQuotes)}async function y(S,A){let{source:R,target:F}=S.link,P=[re(R.label,()=>s({node:R.id,link:null}),{class:"end"}),e.directed?" → ":" — ",re(F.label,()=>s({node:F.id,link:null}),{class:"end"})],k=h(P,M("p",{class:"note",role:"status"},n.linkLoading));try{let z=await r.link(S.link);if(k!==c)return;let G=S.ties.map(N=>({id:N.tie.arrangement.id,fr:N.tie.fr,en:N.tie.en,standing:N.standing,left:!0})),I=[];for(let N of z.ties){let B=G.find(W=>W.left&&W.id===N.iri&&W[t]===N.when)??G.find(W=>W.left&&W.id===N.iri);B&&(B.left=!1,I.push(p(N,{standing:B.standing,words:A(B.standing)})))}let C=z.ties.length-I.length;u.replaceChildren(...I,C>0?M("p",{class:"note"},le(n.hiddenTies,C,t)):""),a.dataset.told=S.link.id}catch(z){if(k!==c)return;u.replaceChildren(M("p",{class:"wrong"},ie(n.linkFailed,{why:z.message})),re(n.retry,()=>y(S,A),{class:"plain"}))}}let T=S=>S.group?S.group[t]:S.node.label,x=(S,A)=>h(S,M("ul",{class:"choices"},A.map(([R,F,P])=>M("li",{},re(R,F,{class:"plain"}),P?M("span",{class:"label"},` ${P}`):null))));function _(S){x(n.severalLines,S.map(A=>[`${T(A.a)} ${e.directed?"→":"—"} ${T(A.b)}`,()=>s({link:A.id,node:null}),le(n.linksWord,A.links.length,t)]))}function w(S){x(ie(n.lineOfGroups,{links:le(n.linksWord,S.links.length,t)}),S.links.map(({link:A,arrangements:R})=>[`${A.source.label} ${e.directed?"→":"—"} ${A.target.label}`,()=>s({link:A.id,node:null}),le(n.throughWord,R.size,t)]))}function E(S,A,R,F){let P=A.filter(({link:{source:k,target:z}})=>k===S||z===S).map(k=>[k.link.source===S?k.link.target:k.link.source,k]).sort(([,k],[,z])=>z.arrangements.size-k.arrangements.size);h([mt(S.kind.family)," ",S.label],M("p",{class:"when"},[S.kind[t],S.place].filter(Boolean).join(" · ")),S.also.length&&M("p",{class:"note"},S.also.join(" ; ")),M("p",{class:"acts"},m(S.id)&&v(S.id)&&M("a",{href:v(S.id),class:"button plain"},n.page),o&&m(S.id)&&M("a",{href:o.replace("0actor0",encodeURIComponent(Me(S.id,e.base))),class:"button plain"},n.aroundThis)),S.group&&S.group.size>3&&M("p",{},`${n.ofGroup} `,M("b",{},S.group[t]),". ",re(yt(S.group,R)?n.closeGroup:n.openGroup,()=>F(S.group),{class:"inline"})),M("h3",{},`${n.nodePartners} (${ye(P.length,t)})`),M("ul",{class:"choices"},P.map(([k,z])=>M("li",{},mt(k.kind.family),re(k.label,()=>s({link:z.link.id,node:null}),{class:"inline","aria-label":ie(n.readLink,{a:S.label,b:k.label})}),M("span",{class:"label"},` ${le(n.throughWord,z.arrangements.size,t)}`)))))}function L(S,A,R){let F=[...S.members].sort((P,k)=>P.label.localeCompare(k.label,t));h(S.group[t],M("p",{},ie(n.groupText,{nodes:le(e.twoModes?n.thingsWord:n.actorsWord,F.length,t),inner:le(n.linksWord,S.inner,t)})),re(yt(S.group,A)?n.closeGroup:n.openGroup,()=>R(S.group),{class:"open-group"}),M("ul",{class:"choices"},F.map(P=>M("li",{},mt(P.kind.family),re(P.label,()=>s({node:P.id,link:null}),{class:"inline"})))))}return{link:y,lines:_,gathered:w,node:E,group:L,gone:()=>h(n.panel,M("p",{class:"note"},n.goneLink)),hide:()=>(a.hidden=!0,c+=1),focus:()=>d.focus()}}async function Gr(a){let n=await fetch(a,{headers:{Accept:"application/json"}}),t=await n.json().catch(()=>null);if(!n.ok||!t)throw new Error(t?.detail??`${n.status} ${n.statusText}`.trim());return t}function Mr({drawing:a,links:n,parts:t}){let e=new Map,r=i=>(e.has(i)||e.set(i,Gr(i).catch(o=>(e.delete(i),Promise.reject(o)))),e.get(i));return{drawing:()=>Gr(a),async link(i){if(!n.includes("{part}")){let s=new URLSearchParams({source:i.source.id,target:i.target.id});return r(`${n}${n.includes("?")?"&":"?"}${s}`)}return(await r(n.replace("{part}",String(i.source.index%t))))[i.id]}}}var Qr=at(St(),1);function Js(){let a=arguments[0];for(let n=1,t=arguments.length;n<t;n++)if(arguments[n])for(let e in arguments[n])a[e]=arguments[n][e];return a}var he=Js;typeof Object.assign=="function"&&(he=Object.assign);function we(a,n,t,e){let r=a._nodes.get(n),i=null;return r&&(e==="mixed"?i=r.out&&r.out[t]||r.undirected&&r.undirected[t]:e==="directed"?i=r.out&&r.out[t]:i=r.undirected&&r.undirected[t]),i}function pe(a){return typeof a=="object"&&a!==null}function Jr(a){let n;for(n in a)return!1;return!0}function Re(a,n,t){Object.defineProperty(a,n,{enumerable:!1,configurable:!1,writable:!0,value:t})}function Pe(a,n,t){let e={enumerable:!0,configurable:!0};typeof t=="function"?e.get=t:(e.value=t,e.writable=!1),Object.defineProperty(a,n,e)}function Yr(a){return!(!pe(a)||a.attributes&&!Array.isArray(a.attributes))}function el(){let a=Math.floor(Math.random()*256)&255;return()=>a++}function $e(){let a=arguments,n=null,t=-1;return{[Symbol.iterator](){return this},next(){let e=null;do{if(n===null){if(t++,t>=a.length)return{done:!0};n=a[t][Symbol.iterator]()}if(e=n.next(),e.done){n=null;continue}break}while(!0);return e}}}function Rt(){return{[Symbol.iterator](){return this},next(){return{done:!0}}}}var Kt=class extends Error{constructor(n){super(),this.name="GraphError",this.message=n}},H=class a extends Kt{constructor(n){super(n),this.name="InvalidArgumentsGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}},$=class a extends Kt{constructor(n){super(n),this.name="NotFoundGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}},q=class a extends Kt{constructor(n){super(n),this.name="UsageGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}};function ei(a,n){this.key=a,this.attributes=n,this.clear()}ei.prototype.clear=function(){this.inDegree=0,this.outDegree=0,this.undirectedDegree=0,this.undirectedLoops=0,this.directedLoops=0,this.in={},this.out={},this.undirected={}};function ti(a,n){this.key=a,this.attributes=n,this.clear()}ti.prototype.clear=function(){this.inDegree=0,this.outDegree=0,this.directedLoops=0,this.in={},this.out={}};function ni(a,n){this.key=a,this.attributes=n,this.clear()}ni.prototype.clear=function(){this.undirectedDegree=0,this.undirectedLoops=0,this.undirected={}};function wt(a,n,t,e,r){this.key=n,this.attributes=r,this.undirected=a,this.source=t,this.target=e}wt.prototype.attach=function(){let a="out",n="in";this.undirected&&(a=n="undirected");let t=this.source.key,e=this.target.key;this.source[a][e]=this,!(this.undirected&&t===e)&&(this.target[n][t]=this)};wt.prototype.attachMulti=function(){let a="out",n="in",t=this.source.key,e=this.target.key;this.undirected&&(a=n="undirected");let r=this.source[a],i=r[e];if(typeof i>"u"){r[e]=this,this.undirected&&t===e||(this.target[n][t]=this);return}i.previous=this,this.next=i,r[e]=this,this.target[n][t]=this};wt.prototype.detach=function(){let a=this.source.key,n=this.target.key,t="out",e="in";this.undirected&&(t=e="undirected"),delete this.source[t][n],delete this.target[e][a]};wt.prototype.detachMulti=function(){let a=this.source.key,n=this.target.key,t="out",e="in";this.undirected&&(t=e="undirected"),this.previous===void 0?this.next===void 0?(delete this.source[t][n],delete this.target[e][a]):(this.next.previous=void 0,this.source[t][n]=this.next,this.target[e][a]=this.next):(this.previous.next=this.next,this.next!==void 0&&(this.next.previous=this.previous))};var ai=0,ri=1,tl=2,ii=3;function He(a,n,t,e,r,i,o){let s,l,d,u;if(e=""+e,t===ai){if(s=a._nodes.get(e),!s)throw new $(`Graph.${n}: could not find the "${e}" node in the graph.`);d=r,u=i}else if(t===ii){if(r=""+r,l=a._edges.get(r),!l)throw new $(`Graph.${n}: could not find the "${r}" edge in the graph.`);let c=l.source.key,f=l.target.key;if(e===c)s=l.target;else if(e===f)s=l.source;else throw new $(`Graph.${n}: the "${e}" node is not attached to the "${r}" edge (${c}, ${f}).`);d=i,u=o}else{if(l=a._edges.get(e),!l)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`);t===ri?s=l.source:s=l.target,d=r,u=i}return[s,d,u]}function nl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);return o.attributes[s]}}function al(a,n,t){a.prototype[n]=function(e,r){let[i]=He(this,n,t,e,r);return i.attributes}}function rl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);return o.attributes.hasOwnProperty(s)}}function il(a,n,t){a.prototype[n]=function(e,r,i,o){let[s,l,d]=He(this,n,t,e,r,i,o);return s.attributes[l]=d,this.emit("nodeAttributesUpdated",{key:s.key,type:"set",attributes:s.attributes,name:l}),this}}function ol(a,n,t){a.prototype[n]=function(e,r,i,o){let[s,l,d]=He(this,n,t,e,r,i,o);if(typeof d!="function")throw new H(`Graph.${n}: updater should be a function.`);let u=s.attributes,c=d(u[l]);return u[l]=c,this.emit("nodeAttributesUpdated",{key:s.key,type:"set",attributes:s.attributes,name:l}),this}}function sl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);return delete o.attributes[s],this.emit("nodeAttributesUpdated",{key:o.key,type:"remove",attributes:o.attributes,name:s}),this}}function ll(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);if(!pe(s))throw new H(`Graph.${n}: provided attributes are not a plain object.`);return o.attributes=s,this.emit("nodeAttributesUpdated",{key:o.key,type:"replace",attributes:o.attributes}),this}}function dl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);if(!pe(s))throw new H(`Graph.${n}: provided attributes are not a plain object.`);return he(o.attributes,s),this.emit("nodeAttributesUpdated",{key:o.key,type:"merge",attributes:o.attributes,data:s}),this}}function ul(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=He(this,n,t,e,r,i);if(typeof s!="function")throw new H(`Graph.${n}: provided updater is not a function.`);return o.attributes=s(o.attributes),this.emit("nodeAttributesUpdated",{key:o.key,type:"update",attributes:o.attributes}),this}}var cl=[{name:a=>`get${a}Attribute`,attacher:nl},{name:a=>`get${a}Attributes`,attacher:al},{name:a=>`has${a}Attribute`,attacher:rl},{name:a=>`set${a}Attribute`,attacher:il},{name:a=>`update${a}Attribute`,attacher:ol},{name:a=>`remove${a}Attribute`,attacher:sl},{name:a=>`replace${a}Attributes`,attacher:ll},{name:a=>`merge${a}Attributes`,attacher:dl},{name:a=>`update${a}Attributes`,attacher:ul}];function hl(a){cl.forEach(function({name:n,attacher:t}){t(a,n("Node"),ai),t(a,n("Source"),ri),t(a,n("Target"),tl),t(a,n("Opposite"),ii)})}function fl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return i.attributes[r]}}function gl(a,n,t){a.prototype[n]=function(e){let r;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>1){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let i=""+e,o=""+arguments[1];if(r=we(this,i,o,t),!r)throw new $(`Graph.${n}: could not find an edge for the given path ("${i}" - "${o}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,r=this._edges.get(e),!r)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return r.attributes}}function pl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return i.attributes.hasOwnProperty(r)}}function vl(a,n,t){a.prototype[n]=function(e,r,i){let o;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>3){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let s=""+e,l=""+r;if(r=arguments[2],i=arguments[3],o=we(this,s,l,t),!o)throw new $(`Graph.${n}: could not find an edge for the given path ("${s}" - "${l}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,o=this._edges.get(e),!o)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return o.attributes[r]=i,this.emit("edgeAttributesUpdated",{key:o.key,type:"set",attributes:o.attributes,name:r}),this}}function ml(a,n,t){a.prototype[n]=function(e,r,i){let o;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>3){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let s=""+e,l=""+r;if(r=arguments[2],i=arguments[3],o=we(this,s,l,t),!o)throw new $(`Graph.${n}: could not find an edge for the given path ("${s}" - "${l}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,o=this._edges.get(e),!o)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(typeof i!="function")throw new H(`Graph.${n}: updater should be a function.`);return o.attributes[r]=i(o.attributes[r]),this.emit("edgeAttributesUpdated",{key:o.key,type:"set",attributes:o.attributes,name:r}),this}}function bl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return delete i.attributes[r],this.emit("edgeAttributesUpdated",{key:i.key,type:"remove",attributes:i.attributes,name:r}),this}}function yl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(!pe(r))throw new H(`Graph.${n}: provided attributes are not a plain object.`);return i.attributes=r,this.emit("edgeAttributesUpdated",{key:i.key,type:"replace",attributes:i.attributes}),this}}function xl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(!pe(r))throw new H(`Graph.${n}: provided attributes are not a plain object.`);return he(i.attributes,r),this.emit("edgeAttributesUpdated",{key:i.key,type:"merge",attributes:i.attributes,data:r}),this}}function _l(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new q(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new q(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=we(this,o,s,t),!i)throw new $(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new q(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new $(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(typeof r!="function")throw new H(`Graph.${n}: provided updater is not a function.`);return i.attributes=r(i.attributes),this.emit("edgeAttributesUpdated",{key:i.key,type:"update",attributes:i.attributes}),this}}var Tl=[{name:a=>`get${a}Attribute`,attacher:fl},{name:a=>`get${a}Attributes`,attacher:gl},{name:a=>`has${a}Attribute`,attacher:pl},{name:a=>`set${a}Attribute`,attacher:vl},{name:a=>`update${a}Attribute`,attacher:ml},{name:a=>`remove${a}Attribute`,attacher:bl},{name:a=>`replace${a}Attributes`,attacher:yl},{name:a=>`merge${a}Attributes`,attacher:xl},{name:a=>`update${a}Attributes`,attacher:_l}];function Sl(a){Tl.forEach(function({name:n,attacher:t}){t(a,n("Edge"),"mixed"),t(a,n("DirectedEdge"),"directed"),t(a,n("UndirectedEdge"),"undirected")})}var El=[{name:"edges",type:"mixed"},{name:"inEdges",type:"directed",direction:"in"},{name:"outEdges",type:"directed",direction:"out"},{name:"inboundEdges",type:"mixed",direction:"in"},{name:"outboundEdges",type:"mixed",direction:"out"},{name:"directedEdges",type:"directed"},{name:"undirectedEdges",type:"undirected"}];function Rl(a,n,t,e){let r=!1;for(let i in n){if(i===e)continue;let o=n[i];if(r=t(o.key,o.attributes,o.source.key,o.target.key,o.source.attributes,o.target.attributes,o.undirected),a&&r)return o.key}}function wl(a,n,t,e){let r,i,o,s=!1;for(let l in n)if(l!==e){r=n[l];do{if(i=r.source,o=r.target,s=t(r.key,r.attributes,i.key,o.key,i.attributes,o.attributes,r.undirected),a&&s)return r.key;r=r.next}while(r!==void 0)}}function Ta(a,n){let t=Object.keys(a),e=t.length,r,i=0;return{[Symbol.iterator](){return this},next(){do if(r)r=r.next;else{if(i>=e)return{done:!0};let o=t[i++];if(o===n){r=void 0;continue}r=a[o]}while(!r);return{done:!1,value:{edge:r.key,attributes:r.attributes,source:r.source.key,target:r.target.key,sourceAttributes:r.source.attributes,targetAttributes:r.target.attributes,undirected:r.undirected}}}}}function Al(a,n,t,e){let r=n[t];if(!r)return;let i=r.source,o=r.target;if(e(r.key,r.attributes,i.key,o.key,i.attributes,o.attributes,r.undirected)&&a)return r.key}function Dl(a,n,t,e){let r=n[t];if(!r)return;let i=!1;do{if(i=e(r.key,r.attributes,r.source.key,r.target.key,r.source.attributes,r.target.attributes,r.undirected),a&&i)return r.key;r=r.next}while(r!==void 0)}function Sa(a,n){let t=a[n];if(t.next!==void 0)return{[Symbol.iterator](){return this},next(){if(!t)return{done:!0};let r={edge:t.key,attributes:t.attributes,source:t.source.key,target:t.target.key,sourceAttributes:t.source.attributes,targetAttributes:t.target.attributes,undirected:t.undirected};return t=t.next,{done:!1,value:r}}};let e=!1;return{[Symbol.iterator](){return this},next(){return e===!0?{done:!0}:(e=!0,{done:!1,value:{edge:t.key,attributes:t.attributes,source:t.source.key,target:t.target.key,sourceAttributes:t.source.attributes,targetAttributes:t.target.attributes,undirected:t.undirected}})}}}function Ll(a,n){if(a.size===0)return[];if(n==="mixed"||n===a.type)return Array.from(a._edges.keys());let t=n==="undirected"?a.undirectedSize:a.directedSize,e=new Array(t),r=n==="undirected",i=a._edges.values(),o=0,s,l;for(;s=i.next(),s.done!==!0;)l=s.value,l.undirected===r&&(e[o++]=l.key);return e}function oi(a,n,t,e){if(n.size===0)return;let r=t!=="mixed"&&t!==n.type,i=t==="undirected",o,s,l=!1,d=n._edges.values();for(;o=d.next(),o.done!==!0;){if(s=o.value,r&&s.undirected!==i)continue;let{key:u,attributes:c,source:f,target:h}=s;if(l=e(u,c,f.key,h.key,f.attributes,h.attributes,s.undirected),a&&l)return u}}function Cl(a,n){if(a.size===0)return Rt();let t=n!=="mixed"&&n!==a.type,e=n==="undirected",r=a._edges.values();return{[Symbol.iterator](){return this},next(){let i,o;for(;;){if(i=r.next(),i.done)return i;if(o=i.value,!(t&&o.undirected!==e))break}return{value:{edge:o.key,attributes:o.attributes,source:o.source.key,target:o.target.key,sourceAttributes:o.source.attributes,targetAttributes:o.target.attributes,undirected:o.undirected},done:!1}}}}function Ea(a,n,t,e,r,i){let o=n?wl:Rl,s;if(t!=="undirected"&&(e!=="out"&&(s=o(a,r.in,i),a&&s)||e!=="in"&&(s=o(a,r.out,i,e?void 0:r.key),a&&s))||t!=="directed"&&(s=o(a,r.undirected,i),a&&s))return s}function kl(a,n,t,e){let r=[];return Ea(!1,a,n,t,e,function(i){r.push(i)}),r}function Pl(a,n,t){let e=Rt();return a!=="undirected"&&(n!=="out"&&typeof t.in<"u"&&(e=$e(e,Ta(t.in))),n!=="in"&&typeof t.out<"u"&&(e=$e(e,Ta(t.out,n?void 0:t.key)))),a!=="directed"&&typeof t.undirected<"u"&&(e=$e(e,Ta(t.undirected))),e}function Ra(a,n,t,e,r,i,o){let s=t?Dl:Al,l;if(n!=="undirected"&&(typeof r.in<"u"&&e!=="out"&&(l=s(a,r.in,i,o),a&&l)||typeof r.out<"u"&&e!=="in"&&(e||r.key!==i)&&(l=s(a,r.out,i,o),a&&l))||n!=="directed"&&typeof r.undirected<"u"&&(l=s(a,r.undirected,i,o),a&&l))return l}function Fl(a,n,t,e,r){let i=[];return Ra(!1,a,n,t,e,r,function(o){i.push(o)}),i}function Il(a,n,t,e){let r=Rt();return a!=="undirected"&&(typeof t.in<"u"&&n!=="out"&&e in t.in&&(r=$e(r,Sa(t.in,e))),typeof t.out<"u"&&n!=="in"&&e in t.out&&(n||t.key!==e)&&(r=$e(r,Sa(t.out,e)))),a!=="directed"&&typeof t.undirected<"u"&&e in t.undirected&&(r=$e(r,Sa(t.undirected,e))),r}function Nl(a,n){let{name:t,type:e,direction:r}=n;a.prototype[t]=function(i,o){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return[];if(!arguments.length)return Ll(this,e);if(arguments.length===1){i=""+i;let s=this._nodes.get(i);if(typeof s>"u")throw new $(`Graph.${t}: could not find the "${i}" node in the graph.`);return kl(this.multi,e==="mixed"?this.type:e,r,s)}if(arguments.length===2){i=""+i,o=""+o;let s=this._nodes.get(i);if(!s)throw new $(`Graph.${t}:  could not find the "${i}" source node in the graph.`);if(!this._nodes.has(o))throw new $(`Graph.${t}:  could not find the "${o}" target node in the graph.`);return Fl(e,this.multi,r,s,o)}throw new H(`Graph.${t}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`)}}function zl(a,n){let{name:t,type:e,direction:r}=n,i="forEach"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(d,u,c){if(!(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)){if(arguments.length===1)return c=d,oi(!1,this,e,c);if(arguments.length===2){d=""+d,c=u;let f=this._nodes.get(d);if(typeof f>"u")throw new $(`Graph.${i}: could not find the "${d}" node in the graph.`);return Ea(!1,this.multi,e==="mixed"?this.type:e,r,f,c)}if(arguments.length===3){d=""+d,u=""+u;let f=this._nodes.get(d);if(!f)throw new $(`Graph.${i}:  could not find the "${d}" source node in the graph.`);if(!this._nodes.has(u))throw new $(`Graph.${i}:  could not find the "${u}" target node in the graph.`);return Ra(!1,e,this.multi,r,f,u,c)}throw new H(`Graph.${i}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`)}};let o="map"+t[0].toUpperCase()+t.slice(1);a.prototype[o]=function(){let d=Array.prototype.slice.call(arguments),u=d.pop(),c;if(d.length===0){let f=0;e!=="directed"&&(f+=this.undirectedSize),e!=="undirected"&&(f+=this.directedSize),c=new Array(f);let h=0;d.push((v,m,b,p,g,y,T)=>{c[h++]=u(v,m,b,p,g,y,T)})}else c=[],d.push((f,h,v,m,b,p,g)=>{c.push(u(f,h,v,m,b,p,g))});return this[i].apply(this,d),c};let s="filter"+t[0].toUpperCase()+t.slice(1);a.prototype[s]=function(){let d=Array.prototype.slice.call(arguments),u=d.pop(),c=[];return d.push((f,h,v,m,b,p,g)=>{u(f,h,v,m,b,p,g)&&c.push(f)}),this[i].apply(this,d),c};let l="reduce"+t[0].toUpperCase()+t.slice(1);a.prototype[l]=function(){let d=Array.prototype.slice.call(arguments);if(d.length<2||d.length>4)throw new H(`Graph.${l}: invalid number of arguments (expecting 2, 3 or 4 and got ${d.length}).`);if(typeof d[d.length-1]=="function"&&typeof d[d.length-2]!="function")throw new H(`Graph.${l}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`);let u,c;d.length===2?(u=d[0],c=d[1],d=[]):d.length===3?(u=d[1],c=d[2],d=[d[0]]):d.length===4&&(u=d[2],c=d[3],d=[d[0],d[1]]);let f=c;return d.push((h,v,m,b,p,g,y)=>{f=u(f,h,v,m,b,p,g,y)}),this[i].apply(this,d),f}}function Gl(a,n){let{name:t,type:e,direction:r}=n,i="find"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(l,d,u){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return!1;if(arguments.length===1)return u=l,oi(!0,this,e,u);if(arguments.length===2){l=""+l,u=d;let c=this._nodes.get(l);if(typeof c>"u")throw new $(`Graph.${i}: could not find the "${l}" node in the graph.`);return Ea(!0,this.multi,e==="mixed"?this.type:e,r,c,u)}if(arguments.length===3){l=""+l,d=""+d;let c=this._nodes.get(l);if(!c)throw new $(`Graph.${i}:  could not find the "${l}" source node in the graph.`);if(!this._nodes.has(d))throw new $(`Graph.${i}:  could not find the "${d}" target node in the graph.`);return Ra(!0,e,this.multi,r,c,d,u)}throw new H(`Graph.${i}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`)};let o="some"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[o]=function(){let l=Array.prototype.slice.call(arguments),d=l.pop();return l.push((c,f,h,v,m,b,p)=>d(c,f,h,v,m,b,p)),!!this[i].apply(this,l)};let s="every"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[s]=function(){let l=Array.prototype.slice.call(arguments),d=l.pop();return l.push((c,f,h,v,m,b,p)=>!d(c,f,h,v,m,b,p)),!this[i].apply(this,l)}}function Ml(a,n){let{name:t,type:e,direction:r}=n,i=t.slice(0,-1)+"Entries";a.prototype[i]=function(o,s){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return Rt();if(!arguments.length)return Cl(this,e);if(arguments.length===1){o=""+o;let l=this._nodes.get(o);if(!l)throw new $(`Graph.${i}: could not find the "${o}" node in the graph.`);return Pl(e,r,l)}if(arguments.length===2){o=""+o,s=""+s;let l=this._nodes.get(o);if(!l)throw new $(`Graph.${i}:  could not find the "${o}" source node in the graph.`);if(!this._nodes.has(s))throw new $(`Graph.${i}:  could not find the "${s}" target node in the graph.`);return Il(e,r,l,s)}throw new H(`Graph.${i}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`)}}function Bl(a){El.forEach(n=>{Nl(a,n),zl(a,n),Gl(a,n),Ml(a,n)})}var Ol=[{name:"neighbors",type:"mixed"},{name:"inNeighbors",type:"directed",direction:"in"},{name:"outNeighbors",type:"directed",direction:"out"},{name:"inboundNeighbors",type:"mixed",direction:"in"},{name:"outboundNeighbors",type:"mixed",direction:"out"},{name:"directedNeighbors",type:"directed"},{name:"undirectedNeighbors",type:"undirected"}];function Ln(){this.A=null,this.B=null}Ln.prototype.wrap=function(a){this.A===null?this.A=a:this.B===null&&(this.B=a)};Ln.prototype.has=function(a){return this.A!==null&&a in this.A||this.B!==null&&a in this.B};function qt(a,n,t,e,r){for(let i in e){let o=e[i],s=o.source,l=o.target,d=s===t?l:s;if(n&&n.has(d.key))continue;let u=r(d.key,d.attributes);if(a&&u)return d.key}}function wa(a,n,t,e,r){if(n!=="mixed"){if(n==="undirected")return qt(a,null,e,e.undirected,r);if(typeof t=="string")return qt(a,null,e,e[t],r)}let i=new Ln,o;if(n!=="undirected"){if(t!=="out"){if(o=qt(a,null,e,e.in,r),a&&o)return o;i.wrap(e.in)}if(t!=="in"){if(o=qt(a,i,e,e.out,r),a&&o)return o;i.wrap(e.out)}}if(n!=="directed"&&(o=qt(a,i,e,e.undirected,r),a&&o))return o}function Wl(a,n,t){if(a!=="mixed"){if(a==="undirected")return Object.keys(t.undirected);if(typeof n=="string")return Object.keys(t[n])}let e=[];return wa(!1,a,n,t,function(r){e.push(r)}),e}function Yt(a,n,t){let e=Object.keys(t),r=e.length,i=0;return{[Symbol.iterator](){return this},next(){let o=null;do{if(i>=r)return a&&a.wrap(t),{done:!0};let s=t[e[i++]],l=s.source,d=s.target;if(o=l===n?d:l,a&&a.has(o.key)){o=null;continue}}while(o===null);return{done:!1,value:{neighbor:o.key,attributes:o.attributes}}}}}function Ul(a,n,t){if(a!=="mixed"){if(a==="undirected")return Yt(null,t,t.undirected);if(typeof n=="string")return Yt(null,t,t[n])}let e=Rt(),r=new Ln;return a!=="undirected"&&(n!=="out"&&(e=$e(e,Yt(r,t,t.in))),n!=="in"&&(e=$e(e,Yt(r,t,t.out)))),a!=="directed"&&(e=$e(e,Yt(r,t,t.undirected))),e}function $l(a,n){let{name:t,type:e,direction:r}=n;a.prototype[t]=function(i){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return[];i=""+i;let o=this._nodes.get(i);if(typeof o>"u")throw new $(`Graph.${t}: could not find the "${i}" node in the graph.`);return Wl(e==="mixed"?this.type:e,r,o)}}function Hl(a,n){let{name:t,type:e,direction:r}=n,i="forEach"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(d,u){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return;d=""+d;let c=this._nodes.get(d);if(typeof c>"u")throw new $(`Graph.${i}: could not find the "${d}" node in the graph.`);wa(!1,e==="mixed"?this.type:e,r,c,u)};let o="map"+t[0].toUpperCase()+t.slice(1);a.prototype[o]=function(d,u){let c=[];return this[i](d,(f,h)=>{c.push(u(f,h))}),c};let s="filter"+t[0].toUpperCase()+t.slice(1);a.prototype[s]=function(d,u){let c=[];return this[i](d,(f,h)=>{u(f,h)&&c.push(f)}),c};let l="reduce"+t[0].toUpperCase()+t.slice(1);a.prototype[l]=function(d,u,c){if(arguments.length<3)throw new H(`Graph.${l}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`);let f=c;return this[i](d,(h,v)=>{f=u(f,h,v)}),f}}function Vl(a,n){let{name:t,type:e,direction:r}=n,i=t[0].toUpperCase()+t.slice(1,-1),o="find"+i;a.prototype[o]=function(d,u){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return;d=""+d;let c=this._nodes.get(d);if(typeof c>"u")throw new $(`Graph.${o}: could not find the "${d}" node in the graph.`);return wa(!0,e==="mixed"?this.type:e,r,c,u)};let s="some"+i;a.prototype[s]=function(d,u){return!!this[o](d,u)};let l="every"+i;a.prototype[l]=function(d,u){return!this[o](d,(f,h)=>!u(f,h))}}function jl(a,n){let{name:t,type:e,direction:r}=n,i=t.slice(0,-1)+"Entries";a.prototype[i]=function(o){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return Rt();o=""+o;let s=this._nodes.get(o);if(typeof s>"u")throw new $(`Graph.${i}: could not find the "${o}" node in the graph.`);return Ul(e==="mixed"?this.type:e,r,s)}}function Xl(a){Ol.forEach(n=>{$l(a,n),Hl(a,n),Vl(a,n),jl(a,n)})}function Sn(a,n,t,e,r){let i=e._nodes.values(),o=e.type,s,l,d,u,c,f,h;for(;s=i.next(),s.done!==!0;){let v=!1;if(l=s.value,o!=="undirected"){u=l.out;for(d in u){c=u[d];do{if(f=c.target,v=!0,h=r(l.key,f.key,l.attributes,f.attributes,c.key,c.attributes,c.undirected),a&&h)return c;c=c.next}while(c)}}if(o!=="directed"){u=l.undirected;for(d in u)if(!(n&&l.key>d)){c=u[d];do{if(f=c.target,f.key!==d&&(f=c.source),v=!0,h=r(l.key,f.key,l.attributes,f.attributes,c.key,c.attributes,c.undirected),a&&h)return c;c=c.next}while(c)}}if(t&&!v&&(h=r(l.key,null,l.attributes,null,null,null,null),a&&h))return null}}function ql(a,n){let t={key:a};return Jr(n.attributes)||(t.attributes=he({},n.attributes)),t}function Yl(a,n,t){let e={key:n,source:t.source.key,target:t.target.key};return Jr(t.attributes)||(e.attributes=he({},t.attributes)),a==="mixed"&&t.undirected&&(e.undirected=!0),e}function Kl(a){if(!pe(a))throw new H('Graph.import: invalid serialized node. A serialized node should be a plain object with at least a "key" property.');if(!("key"in a))throw new H("Graph.import: serialized node is missing its key.");if("attributes"in a&&(!pe(a.attributes)||a.attributes===null))throw new H("Graph.import: invalid attributes. Attributes should be a plain object, null or omitted.")}function Zl(a){if(!pe(a))throw new H('Graph.import: invalid serialized edge. A serialized edge should be a plain object with at least a "source" & "target" property.');if(!("source"in a))throw new H("Graph.import: serialized edge is missing its source.");if(!("target"in a))throw new H("Graph.import: serialized edge is missing its target.");if("attributes"in a&&(!pe(a.attributes)||a.attributes===null))throw new H("Graph.import: invalid attributes. Attributes should be a plain object, null or omitted.");if("undirected"in a&&typeof a.undirected!="boolean")throw new H("Graph.import: invalid undirectedness information. Undirected should be boolean or omitted.")}var Ql=el(),Jl=new Set(["directed","undirected","mixed"]),Kr=new Set(["domain","_events","_eventsCount","_maxListeners"]),ed=[{name:a=>`${a}Edge`,generateKey:!0},{name:a=>`${a}DirectedEdge`,generateKey:!0,type:"directed"},{name:a=>`${a}UndirectedEdge`,generateKey:!0,type:"undirected"},{name:a=>`${a}EdgeWithKey`},{name:a=>`${a}DirectedEdgeWithKey`,type:"directed"},{name:a=>`${a}UndirectedEdgeWithKey`,type:"undirected"}],td={allowSelfLoops:!0,multi:!1,type:"mixed"};function nd(a,n,t){if(t&&!pe(t))throw new H(`Graph.addNode: invalid attributes. Expecting an object but got "${t}"`);if(n=""+n,t=t||{},a._nodes.has(n))throw new q(`Graph.addNode: the "${n}" node already exist in the graph.`);let e=new a.NodeDataClass(n,t);return a._nodes.set(n,e),a.emit("nodeAdded",{key:n,attributes:t}),e}function Zr(a,n,t){let e=new a.NodeDataClass(n,t);return a._nodes.set(n,e),a.emit("nodeAdded",{key:n,attributes:t}),e}function si(a,n,t,e,r,i,o,s){if(!e&&a.type==="undirected")throw new q(`Graph.${n}: you cannot add a directed edge to an undirected graph. Use the #.addEdge or #.addUndirectedEdge instead.`);if(e&&a.type==="directed")throw new q(`Graph.${n}: you cannot add an undirected edge to a directed graph. Use the #.addEdge or #.addDirectedEdge instead.`);if(s&&!pe(s))throw new H(`Graph.${n}: invalid attributes. Expecting an object but got "${s}"`);if(i=""+i,o=""+o,s=s||{},!a.allowSelfLoops&&i===o)throw new q(`Graph.${n}: source & target are the same ("${i}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`);let l=a._nodes.get(i),d=a._nodes.get(o);if(!l)throw new $(`Graph.${n}: source node "${i}" not found.`);if(!d)throw new $(`Graph.${n}: target node "${o}" not found.`);let u={key:null,undirected:e,source:i,target:o,attributes:s};if(t)r=a._edgeKeyGenerator();else if(r=""+r,a._edges.has(r))throw new q(`Graph.${n}: the "${r}" edge already exists in the graph.`);if(!a.multi&&(e?typeof l.undirected[o]<"u":typeof l.out[o]<"u"))throw new q(`Graph.${n}: an edge linking "${i}" to "${o}" already exists. If you really want to add multiple edges linking those nodes, you should create a multi graph by using the 'multi' option.`);let c=new wt(e,r,l,d,s);a._edges.set(r,c);let f=i===o;return e?(l.undirectedDegree++,d.undirectedDegree++,f&&(l.undirectedLoops++,a._undirectedSelfLoopCount++)):(l.outDegree++,d.inDegree++,f&&(l.directedLoops++,a._directedSelfLoopCount++)),a.multi?c.attachMulti():c.attach(),e?a._undirectedSize++:a._directedSize++,u.key=r,a.emit("edgeAdded",u),r}function ad(a,n,t,e,r,i,o,s,l){if(!e&&a.type==="undirected")throw new q(`Graph.${n}: you cannot merge/update a directed edge to an undirected graph. Use the #.mergeEdge/#.updateEdge or #.addUndirectedEdge instead.`);if(e&&a.type==="directed")throw new q(`Graph.${n}: you cannot merge/update an undirected edge to a directed graph. Use the #.mergeEdge/#.updateEdge or #.addDirectedEdge instead.`);if(s){if(l){if(typeof s!="function")throw new H(`Graph.${n}: invalid updater function. Expecting a function but got "${s}"`)}else if(!pe(s))throw new H(`Graph.${n}: invalid attributes. Expecting an object but got "${s}"`)}i=""+i,o=""+o;let d;if(l&&(d=s,s=void 0),!a.allowSelfLoops&&i===o)throw new q(`Graph.${n}: source & target are the same ("${i}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`);let u=a._nodes.get(i),c=a._nodes.get(o),f,h;if(!t&&(f=a._edges.get(r),f)){if((f.source.key!==i||f.target.key!==o)&&(!e||f.source.key!==o||f.target.key!==i))throw new q(`Graph.${n}: inconsistency detected when attempting to merge the "${r}" edge with "${i}" source & "${o}" target vs. ("${f.source.key}", "${f.target.key}").`);h=f}if(!h&&!a.multi&&u&&(h=e?u.undirected[o]:u.out[o]),h){let g=[h.key,!1,!1,!1];if(l?!d:!s)return g;if(l){let y=h.attributes;h.attributes=d(y),a.emit("edgeAttributesUpdated",{type:"replace",key:h.key,attributes:h.attributes})}else he(h.attributes,s),a.emit("edgeAttributesUpdated",{type:"merge",key:h.key,attributes:h.attributes,data:s});return g}s=s||{},l&&d&&(s=d(s));let v={key:null,undirected:e,source:i,target:o,attributes:s};if(t)r=a._edgeKeyGenerator();else if(r=""+r,a._edges.has(r))throw new q(`Graph.${n}: the "${r}" edge already exists in the graph.`);let m=!1,b=!1;u||(u=Zr(a,i,{}),m=!0,i===o&&(c=u,b=!0)),c||(c=Zr(a,o,{}),b=!0),f=new wt(e,r,u,c,s),a._edges.set(r,f);let p=i===o;return e?(u.undirectedDegree++,c.undirectedDegree++,p&&(u.undirectedLoops++,a._undirectedSelfLoopCount++)):(u.outDegree++,c.inDegree++,p&&(u.directedLoops++,a._directedSelfLoopCount++)),a.multi?f.attachMulti():f.attach(),e?a._undirectedSize++:a._directedSize++,v.key=r,a.emit("edgeAdded",v),[r,!0,m,b]}function Et(a,n){a._edges.delete(n.key);let{source:t,target:e,attributes:r}=n,i=n.undirected,o=t===e;i?(t.undirectedDegree--,e.undirectedDegree--,o&&(t.undirectedLoops--,a._undirectedSelfLoopCount--)):(t.outDegree--,e.inDegree--,o&&(t.directedLoops--,a._directedSelfLoopCount--)),a.multi?n.detachMulti():n.detach(),i?a._undirectedSize--:a._directedSize--,a.emit("edgeDropped",{key:n.key,attributes:r,source:t.key,target:e.key,undirected:i})}var ae=class a extends Qr.EventEmitter{constructor(n){if(super(),n=he({},td,n),typeof n.multi!="boolean")throw new H(`Graph.constructor: invalid 'multi' option. Expecting a boolean but got "${n.multi}".`);if(!Jl.has(n.type))throw new H(`Graph.constructor: invalid 'type' option. Should be one of "mixed", "directed" or "undirected" but got "${n.type}".`);if(typeof n.allowSelfLoops!="boolean")throw new H(`Graph.constructor: invalid 'allowSelfLoops' option. Expecting a boolean but got "${n.allowSelfLoops}".`);let t=n.type==="mixed"?ei:n.type==="directed"?ti:ni;Re(this,"NodeDataClass",t);let e="geid_"+Ql()+"_",r=0,i=()=>{let o;do o=e+r++;while(this._edges.has(o));return o};Re(this,"_attributes",{}),Re(this,"_nodes",new Map),Re(this,"_edges",new Map),Re(this,"_directedSize",0),Re(this,"_undirectedSize",0),Re(this,"_directedSelfLoopCount",0),Re(this,"_undirectedSelfLoopCount",0),Re(this,"_edgeKeyGenerator",i),Re(this,"_options",n),Kr.forEach(o=>Re(this,o,this[o])),Pe(this,"order",()=>this._nodes.size),Pe(this,"size",()=>this._edges.size),Pe(this,"directedSize",()=>this._directedSize),Pe(this,"undirectedSize",()=>this._undirectedSize),Pe(this,"selfLoopCount",()=>this._directedSelfLoopCount+this._undirectedSelfLoopCount),Pe(this,"directedSelfLoopCount",()=>this._directedSelfLoopCount),Pe(this,"undirectedSelfLoopCount",()=>this._undirectedSelfLoopCount),Pe(this,"multi",this._options.multi),Pe(this,"type",this._options.type),Pe(this,"allowSelfLoops",this._options.allowSelfLoops),Pe(this,"implementation",()=>"graphology")}_resetInstanceCounters(){this._directedSize=0,this._undirectedSize=0,this._directedSelfLoopCount=0,this._undirectedSelfLoopCount=0}hasNode(n){return this._nodes.has(""+n)}hasDirectedEdge(n,t){if(this.type==="undirected")return!1;if(arguments.length===1){let e=""+n,r=this._edges.get(e);return!!r&&!r.undirected}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?e.out.hasOwnProperty(t):!1}throw new H(`Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}hasUndirectedEdge(n,t){if(this.type==="directed")return!1;if(arguments.length===1){let e=""+n,r=this._edges.get(e);return!!r&&r.undirected}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?e.undirected.hasOwnProperty(t):!1}throw new H(`Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}hasEdge(n,t){if(arguments.length===1){let e=""+n;return this._edges.has(e)}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?typeof e.out<"u"&&e.out.hasOwnProperty(t)||typeof e.undirected<"u"&&e.undirected.hasOwnProperty(t):!1}throw new H(`Graph.hasEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}directedEdge(n,t){if(this.type==="undirected")return;if(n=""+n,t=""+t,this.multi)throw new q("Graph.directedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.directedEdges instead.");let e=this._nodes.get(n);if(!e)throw new $(`Graph.directedEdge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new $(`Graph.directedEdge: could not find the "${t}" target node in the graph.`);let r=e.out&&e.out[t]||void 0;if(r)return r.key}undirectedEdge(n,t){if(this.type==="directed")return;if(n=""+n,t=""+t,this.multi)throw new q("Graph.undirectedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.undirectedEdges instead.");let e=this._nodes.get(n);if(!e)throw new $(`Graph.undirectedEdge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new $(`Graph.undirectedEdge: could not find the "${t}" target node in the graph.`);let r=e.undirected&&e.undirected[t]||void 0;if(r)return r.key}edge(n,t){if(this.multi)throw new q("Graph.edge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.edges instead.");n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.edge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new $(`Graph.edge: could not find the "${t}" target node in the graph.`);let r=e.out&&e.out[t]||e.undirected&&e.undirected[t]||void 0;if(r)return r.key}areDirectedNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areDirectedNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.in||t in e.out}areOutNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areOutNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.out}areInNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areInNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.in}areUndirectedNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areUndirectedNeighbors: could not find the "${n}" node in the graph.`);return this.type==="directed"?!1:t in e.undirected}areNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&(t in e.in||t in e.out)||this.type!=="directed"&&t in e.undirected}areInboundNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areInboundNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&t in e.in||this.type!=="directed"&&t in e.undirected}areOutboundNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new $(`Graph.areOutboundNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&t in e.out||this.type!=="directed"&&t in e.undirected}inDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.inDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree}outDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.outDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.outDegree}directedDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.directedDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree+t.outDegree}undirectedDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.undirectedDegree: could not find the "${n}" node in the graph.`);return this.type==="directed"?0:t.undirectedDegree}inboundDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.inboundDegree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.inDegree),e}outboundDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.outboundDegree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.outDegree),e}degree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.degree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.inDegree+t.outDegree),e}inDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.inDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree-t.directedLoops}outDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.outDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.outDegree-t.directedLoops}directedDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.directedDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree+t.outDegree-t.directedLoops*2}undirectedDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.undirectedDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="directed"?0:t.undirectedDegree-t.undirectedLoops*2}inboundDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.inboundDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.inDegree,r+=t.directedLoops),e-r}outboundDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.outboundDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.outDegree,r+=t.directedLoops),e-r}degreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.degreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.inDegree+t.outDegree,r+=t.directedLoops*2),e-r}source(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.source: could not find the "${n}" edge in the graph.`);return t.source.key}target(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.target: could not find the "${n}" edge in the graph.`);return t.target.key}extremities(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.extremities: could not find the "${n}" edge in the graph.`);return[t.source.key,t.target.key]}opposite(n,t){n=""+n,t=""+t;let e=this._edges.get(t);if(!e)throw new $(`Graph.opposite: could not find the "${t}" edge in the graph.`);let r=e.source.key,i=e.target.key;if(n===r)return i;if(n===i)return r;throw new $(`Graph.opposite: the "${n}" node is not attached to the "${t}" edge (${r}, ${i}).`)}hasExtremity(n,t){n=""+n,t=""+t;let e=this._edges.get(n);if(!e)throw new $(`Graph.hasExtremity: could not find the "${n}" edge in the graph.`);return e.source.key===t||e.target.key===t}isUndirected(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.isUndirected: could not find the "${n}" edge in the graph.`);return t.undirected}isDirected(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.isDirected: could not find the "${n}" edge in the graph.`);return!t.undirected}isSelfLoop(n){n=""+n;let t=this._edges.get(n);if(!t)throw new $(`Graph.isSelfLoop: could not find the "${n}" edge in the graph.`);return t.source===t.target}addNode(n,t){return nd(this,n,t).key}mergeNode(n,t){if(t&&!pe(t))throw new H(`Graph.mergeNode: invalid attributes. Expecting an object but got "${t}"`);n=""+n,t=t||{};let e=this._nodes.get(n);return e?(t&&(he(e.attributes,t),this.emit("nodeAttributesUpdated",{type:"merge",key:n,attributes:e.attributes,data:t})),[n,!1]):(e=new this.NodeDataClass(n,t),this._nodes.set(n,e),this.emit("nodeAdded",{key:n,attributes:t}),[n,!0])}updateNode(n,t){if(t&&typeof t!="function")throw new H(`Graph.updateNode: invalid updater function. Expecting a function but got "${t}"`);n=""+n;let e=this._nodes.get(n);if(e){if(t){let i=e.attributes;e.attributes=t(i),this.emit("nodeAttributesUpdated",{type:"replace",key:n,attributes:e.attributes})}return[n,!1]}let r=t?t({}):{};return e=new this.NodeDataClass(n,r),this._nodes.set(n,e),this.emit("nodeAdded",{key:n,attributes:r}),[n,!0]}dropNode(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new $(`Graph.dropNode: could not find the "${n}" node in the graph.`);let e;if(this.type!=="undirected"){for(let r in t.out){e=t.out[r];do Et(this,e),e=e.next;while(e)}for(let r in t.in){e=t.in[r];do Et(this,e),e=e.next;while(e)}}if(this.type!=="directed")for(let r in t.undirected){e=t.undirected[r];do Et(this,e),e=e.next;while(e)}this._nodes.delete(n),this.emit("nodeDropped",{key:n,attributes:t.attributes})}dropEdge(n){let t;if(arguments.length>1){let e=""+arguments[0],r=""+arguments[1];if(t=we(this,e,r,this.type),!t)throw new $(`Graph.dropEdge: could not find the "${e}" -> "${r}" edge in the graph.`)}else if(n=""+n,t=this._edges.get(n),!t)throw new $(`Graph.dropEdge: could not find the "${n}" edge in the graph.`);return Et(this,t),this}dropDirectedEdge(n,t){if(arguments.length<2)throw new q("Graph.dropDirectedEdge: it does not make sense to try and drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead.");if(this.multi)throw new q("Graph.dropDirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones.");n=""+n,t=""+t;let e=we(this,n,t,"directed");if(!e)throw new $(`Graph.dropDirectedEdge: could not find a "${n}" -> "${t}" edge in the graph.`);return Et(this,e),this}dropUndirectedEdge(n,t){if(arguments.length<2)throw new q("Graph.dropUndirectedEdge: it does not make sense to drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead.");if(this.multi)throw new q("Graph.dropUndirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones.");let e=we(this,n,t,"undirected");if(!e)throw new $(`Graph.dropUndirectedEdge: could not find a "${n}" -> "${t}" edge in the graph.`);return Et(this,e),this}clear(){this._edges.clear(),this._nodes.clear(),this._resetInstanceCounters(),this.emit("cleared")}clearEdges(){let n=this._nodes.values(),t;for(;t=n.next(),t.done!==!0;)t.value.clear();this._edges.clear(),this._resetInstanceCounters(),this.emit("edgesCleared")}getAttribute(n){return this._attributes[n]}getAttributes(){return this._attributes}hasAttribute(n){return this._attributes.hasOwnProperty(n)}setAttribute(n,t){return this._attributes[n]=t,this.emit("attributesUpdated",{type:"set",attributes:this._attributes,name:n}),this}updateAttribute(n,t){if(typeof t!="function")throw new H("Graph.updateAttribute: updater should be a function.");let e=this._attributes[n];return this._attributes[n]=t(e),this.emit("attributesUpdated",{type:"set",attributes:this._attributes,name:n}),this}removeAttribute(n){return delete this._attributes[n],this.emit("attributesUpdated",{type:"remove",attributes:this._attributes,name:n}),this}replaceAttributes(n){if(!pe(n))throw new H("Graph.replaceAttributes: provided attributes are not a plain object.");return this._attributes=n,this.emit("attributesUpdated",{type:"replace",attributes:this._attributes}),this}mergeAttributes(n){if(!pe(n))throw new H("Graph.mergeAttributes: provided attributes are not a plain object.");return he(this._attributes,n),this.emit("attributesUpdated",{type:"merge",attributes:this._attributes,data:n}),this}updateAttributes(n){if(typeof n!="function")throw new H("Graph.updateAttributes: provided updater is not a function.");return this._attributes=n(this._attributes),this.emit("attributesUpdated",{type:"update",attributes:this._attributes}),this}updateEachNodeAttributes(n,t){if(typeof n!="function")throw new H("Graph.updateEachNodeAttributes: expecting an updater function.");if(t&&!Yr(t))throw new H("Graph.updateEachNodeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}");let e=this._nodes.values(),r,i;for(;r=e.next(),r.done!==!0;)i=r.value,i.attributes=n(i.key,i.attributes);this.emit("eachNodeAttributesUpdated",{hints:t||null})}updateEachEdgeAttributes(n,t){if(typeof n!="function")throw new H("Graph.updateEachEdgeAttributes: expecting an updater function.");if(t&&!Yr(t))throw new H("Graph.updateEachEdgeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}");let e=this._edges.values(),r,i,o,s;for(;r=e.next(),r.done!==!0;)i=r.value,o=i.source,s=i.target,i.attributes=n(i.key,i.attributes,o.key,s.key,o.attributes,s.attributes,i.undirected);this.emit("eachEdgeAttributesUpdated",{hints:t||null})}forEachAdjacencyEntry(n){if(typeof n!="function")throw new H("Graph.forEachAdjacencyEntry: expecting a callback.");Sn(!1,!1,!1,this,n)}forEachAdjacencyEntryWithOrphans(n){if(typeof n!="function")throw new H("Graph.forEachAdjacencyEntryWithOrphans: expecting a callback.");Sn(!1,!1,!0,this,n)}forEachAssymetricAdjacencyEntry(n){if(typeof n!="function")throw new H("Graph.forEachAssymetricAdjacencyEntry: expecting a callback.");Sn(!1,!0,!1,this,n)}forEachAssymetricAdjacencyEntryWithOrphans(n){if(typeof n!="function")throw new H("Graph.forEachAssymetricAdjacencyEntryWithOrphans: expecting a callback.");Sn(!1,!0,!0,this,n)}nodes(){return Array.from(this._nodes.keys())}forEachNode(n){if(typeof n!="function")throw new H("Graph.forEachNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)r=e.value,n(r.key,r.attributes)}findNode(n){if(typeof n!="function")throw new H("Graph.findNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,n(r.key,r.attributes))return r.key}mapNodes(n){if(typeof n!="function")throw new H("Graph.mapNode: expecting a callback.");let t=this._nodes.values(),e,r,i=new Array(this.order),o=0;for(;e=t.next(),e.done!==!0;)r=e.value,i[o++]=n(r.key,r.attributes);return i}someNode(n){if(typeof n!="function")throw new H("Graph.someNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,n(r.key,r.attributes))return!0;return!1}everyNode(n){if(typeof n!="function")throw new H("Graph.everyNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,!n(r.key,r.attributes))return!1;return!0}filterNodes(n){if(typeof n!="function")throw new H("Graph.filterNodes: expecting a callback.");let t=this._nodes.values(),e,r,i=[];for(;e=t.next(),e.done!==!0;)r=e.value,n(r.key,r.attributes)&&i.push(r.key);return i}reduceNodes(n,t){if(typeof n!="function")throw new H("Graph.reduceNodes: expecting a callback.");if(arguments.length<2)throw new H("Graph.reduceNodes: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.");let e=t,r=this._nodes.values(),i,o;for(;i=r.next(),i.done!==!0;)o=i.value,e=n(e,o.key,o.attributes);return e}nodeEntries(){let n=this._nodes.values();return{[Symbol.iterator](){return this},next(){let t=n.next();if(t.done)return t;let e=t.value;return{value:{node:e.key,attributes:e.attributes},done:!1}}}}export(){let n=new Array(this._nodes.size),t=0;this._nodes.forEach((r,i)=>{n[t++]=ql(i,r)});let e=new Array(this._edges.size);return t=0,this._edges.forEach((r,i)=>{e[t++]=Yl(this.type,i,r)}),{options:{type:this.type,multi:this.multi,allowSelfLoops:this.allowSelfLoops},attributes:this.getAttributes(),nodes:n,edges:e}}import(n,t=!1){if(n instanceof a)return n.forEachNode((l,d)=>{t?this.mergeNode(l,d):this.addNode(l,d)}),n.forEachEdge((l,d,u,c,f,h,v)=>{t?v?this.mergeUndirectedEdgeWithKey(l,u,c,d):this.mergeDirectedEdgeWithKey(l,u,c,d):v?this.addUndirectedEdgeWithKey(l,u,c,d):this.addDirectedEdgeWithKey(l,u,c,d)}),this;if(!pe(n))throw new H("Graph.import: invalid argument. Expecting a serialized graph or, alternatively, a Graph instance.");if(n.attributes){if(!pe(n.attributes))throw new H("Graph.import: invalid attributes. Expecting a plain object.");t?this.mergeAttributes(n.attributes):this.replaceAttributes(n.attributes)}let e,r,i,o,s;if(n.nodes){if(i=n.nodes,!Array.isArray(i))throw new H("Graph.import: invalid nodes. Expecting an array.");for(e=0,r=i.length;e<r;e++){o=i[e],Kl(o);let{key:l,attributes:d}=o;t?this.mergeNode(l,d):this.addNode(l,d)}}if(n.edges){let l=!1;if(this.type==="undirected"&&(l=!0),i=n.edges,!Array.isArray(i))throw new H("Graph.import: invalid edges. Expecting an array.");for(e=0,r=i.length;e<r;e++){s=i[e],Zl(s);let{source:d,target:u,attributes:c,undirected:f=l}=s,h;"key"in s?(h=t?f?this.mergeUndirectedEdgeWithKey:this.mergeDirectedEdgeWithKey:f?this.addUndirectedEdgeWithKey:this.addDirectedEdgeWithKey,h.call(this,s.key,d,u,c)):(h=t?f?this.mergeUndirectedEdge:this.mergeDirectedEdge:f?this.addUndirectedEdge:this.addDirectedEdge,h.call(this,d,u,c))}}return this}nullCopy(n){let t=new a(he({},this._options,n));return t.replaceAttributes(he({},this.getAttributes())),t}emptyCopy(n){let t=this.nullCopy(n);return this._nodes.forEach((e,r)=>{let i=he({},e.attributes);e=new t.NodeDataClass(r,i),t._nodes.set(r,e)}),t}copy(n){if(n=n||{},typeof n.type=="string"&&n.type!==this.type&&n.type!=="mixed")throw new q(`Graph.copy: cannot create an incompatible copy from "${this.type}" type to "${n.type}" because this would mean losing information about the current graph.`);if(typeof n.multi=="boolean"&&n.multi!==this.multi&&n.multi!==!0)throw new q("Graph.copy: cannot create an incompatible copy by downgrading a multi graph to a simple one because this would mean losing information about the current graph.");if(typeof n.allowSelfLoops=="boolean"&&n.allowSelfLoops!==this.allowSelfLoops&&n.allowSelfLoops!==!0)throw new q("Graph.copy: cannot create an incompatible copy from a graph allowing self loops to one that does not because this would mean losing information about the current graph.");let t=this.emptyCopy(n),e=this._edges.values(),r,i;for(;r=e.next(),r.done!==!0;)i=r.value,si(t,"copy",!1,i.undirected,i.key,i.source.key,i.target.key,he({},i.attributes));return t}toJSON(){return this.export()}toString(){return"[object Graph]"}inspect(){let n={};this._nodes.forEach((i,o)=>{n[o]=i.attributes});let t={},e={};this._edges.forEach((i,o)=>{let s=i.undirected?"--":"->",l="",d=i.source.key,u=i.target.key,c;i.undirected&&d>u&&(c=d,d=u,u=c);let f=`(${d})${s}(${u})`;o.startsWith("geid_")?this.multi&&(typeof e[f]>"u"?e[f]=0:e[f]++,l+=`${e[f]}. `):l+=`[${o}]: `,l+=f,t[l]=i.attributes});let r={};for(let i in this)this.hasOwnProperty(i)&&!Kr.has(i)&&typeof this[i]!="function"&&typeof i!="symbol"&&(r[i]=this[i]);return r.attributes=this._attributes,r.nodes=n,r.edges=t,Re(r,"constructor",this.constructor),r}};typeof Symbol<"u"&&(ae.prototype[Symbol.for("nodejs.util.inspect.custom")]=ae.prototype.inspect);ed.forEach(a=>{["add","merge","update"].forEach(n=>{let t=a.name(n),e=n==="add"?si:ad;a.generateKey?ae.prototype[t]=function(r,i,o){return e(this,t,!0,(a.type||this.type)==="undirected",null,r,i,o,n==="update")}:ae.prototype[t]=function(r,i,o,s){return e(this,t,!1,(a.type||this.type)==="undirected",r,i,o,s,n==="update")}})});hl(ae);Sl(ae);Bl(ae);Xl(ae);var En=class extends ae{constructor(n){let t=he({type:"directed"},n);if("multi"in t&&t.multi!==!1)throw new H("DirectedGraph.from: inconsistent indication that the graph should be multi in given options!");if(t.type!=="directed")throw new H('DirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},Rn=class extends ae{constructor(n){let t=he({type:"undirected"},n);if("multi"in t&&t.multi!==!1)throw new H("UndirectedGraph.from: inconsistent indication that the graph should be multi in given options!");if(t.type!=="undirected")throw new H('UndirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},wn=class extends ae{constructor(n){let t=he({multi:!0},n);if("multi"in t&&t.multi!==!0)throw new H("MultiGraph.from: inconsistent indication that the graph should be simple in given options!");super(t)}},An=class extends ae{constructor(n){let t=he({type:"directed",multi:!0},n);if("multi"in t&&t.multi!==!0)throw new H("MultiDirectedGraph.from: inconsistent indication that the graph should be simple in given options!");if(t.type!=="directed")throw new H('MultiDirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},Dn=class extends ae{constructor(n){let t=he({type:"undirected",multi:!0},n);if("multi"in t&&t.multi!==!0)throw new H("MultiUndirectedGraph.from: inconsistent indication that the graph should be simple in given options!");if(t.type!=="undirected")throw new H('MultiUndirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}};function At(a){a.from=function(n,t){let e=he({},n.options,t),r=new a(e);return r.import(n),r}}At(ae);At(En);At(Rn);At(wn);At(An);At(Dn);ae.Graph=ae;ae.DirectedGraph=En;ae.UndirectedGraph=Rn;ae.MultiGraph=wn;ae.MultiDirectedGraph=An;ae.MultiUndirectedGraph=Dn;ae.InvalidArgumentsGraphError=H;ae.NotFoundGraphError=$;ae.UsageGraphError=q;function Pn(a,n){(n==null||n>a.length)&&(n=a.length);for(var t=0,e=Array(n);t<n;t++)e[t]=a[t];return e}function Fn(a,n){if(a){if(typeof a=="string")return Pn(a,n);var t={}.toString.call(a).slice(8,-1);return t==="Object"&&a.constructor&&(t=a.constructor.name),t==="Map"||t==="Set"?Array.from(a):t==="Arguments"||/^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t)?Pn(a,n):void 0}}function rd(a){if(Array.isArray(a))return a}function id(a,n){var t=a==null?null:typeof Symbol<"u"&&a[Symbol.iterator]||a["@@iterator"];if(t!=null){var e,r,i,o,s=[],l=!0,d=!1;try{if(i=(t=t.call(a)).next,n===0){if(Object(t)!==t)return;l=!1}else for(;!(l=(e=i.call(t)).done)&&(s.push(e.value),s.length!==n);l=!0);}catch(u){d=!0,r=u}finally{try{if(!l&&t.return!=null&&(o=t.return(),Object(o)!==o))return}finally{if(d)throw r}}return s}}function od(){throw new TypeError(`Invalid attempt to destructure non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}function J(a,n){return rd(a)||id(a,n)||Fn(a,n)||od()}function O(a,n){var t=typeof Symbol<"u"&&a[Symbol.iterator]||a["@@iterator"];if(!t){if(Array.isArray(a)||(t=Fn(a))||n&&a&&typeof a.length=="number"){t&&(a=t);var e=0,r=function(){};return{s:r,n:function(){return e>=a.length?{done:!0}:{done:!1,value:a[e++]}},e:function(l){throw l},f:r}}throw new TypeError(`Invalid attempt to iterate non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}var i,o=!0,s=!1;return{s:function(){t=t.call(a)},n:function(){var l=t.next();return o=l.done,l},e:function(l){s=!0,i=l},f:function(){try{o||t.return==null||t.return()}finally{if(s)throw i}}}}function Ae(){return Float32Array.of(1,0,0,0,1,0,0,0,1)}function Cn(a,n,t){return a[0]=n,a[4]=typeof t=="number"?t:n,a}function li(a,n){var t=Math.sin(n),e=Math.cos(n);return a[0]=e,a[1]=t,a[3]=-t,a[4]=e,a}function di(a,n,t){return a[6]=n,a[7]=t,a}function Ye(a,n){var t=a[0],e=a[1],r=a[2],i=a[3],o=a[4],s=a[5],l=a[6],d=a[7],u=a[8],c=n[0],f=n[1],h=n[2],v=n[3],m=n[4],b=n[5],p=n[6],g=n[7],y=n[8];return a[0]=c*t+f*i+h*l,a[1]=c*e+f*o+h*d,a[2]=c*r+f*s+h*u,a[3]=v*t+m*i+b*l,a[4]=v*e+m*o+b*d,a[5]=v*r+m*s+b*u,a[6]=p*t+g*i+y*l,a[7]=p*e+g*o+y*d,a[8]=p*r+g*s+y*u,a}function Aa(a,n){var t=Math.cos(n),e=Math.sin(n);return{x:t*a.x+e*a.y,y:-e*a.x+t*a.y}}function Lt(a,n){var t=arguments.length>2&&arguments[2]!==void 0?arguments[2]:1,e=a[0],r=a[1],i=a[3],o=a[4],s=a[6],l=a[7],d=n.x,u=n.y;return{x:d*e+u*i+s*t,y:d*r+u*o+l*t}}function sd(a,n){var t=a.height/a.width,e=n.height/n.width;return t<1&&e>1||t>1&&e<1?1:Math.min(Math.max(e,1/e),Math.max(1/t,t))}function Ke(a,n,t,e,r){var i=a.angle,o=a.ratio,s=a.x,l=a.y,d=n.width,u=n.height,c=Ae(),f=Math.min(d,u)-2*e,h=sd(n,t);return r?(Ye(c,di(Ae(),s,l)),Ye(c,Cn(Ae(),o)),Ye(c,li(Ae(),i)),Ye(c,Cn(Ae(),d/f/2/h,u/f/2/h))):(Ye(c,Cn(Ae(),2*(f/d)*h,2*(f/u)*h)),Ye(c,li(Ae(),-i)),Ye(c,Cn(Ae(),1/o)),Ye(c,di(Ae(),-s,-l))),c}function ui(a,n,t){var e=Lt(a,{x:Math.cos(n.angle),y:Math.sin(n.angle)},0),r=e.x,i=e.y;return 1/Math.sqrt(Math.pow(r,2)+Math.pow(i,2))/t.width}function Da(a,n,t,e,r){var i=Math.floor(n/r*e),o=Math.floor(a.drawingBufferHeight/r-t/r*e);return[i,o]}var Qt={black:"#000000",silver:"#C0C0C0",gray:"#808080",grey:"#808080",white:"#FFFFFF",maroon:"#800000",red:"#FF0000",purple:"#800080",fuchsia:"#FF00FF",green:"#008000",lime:"#00FF00",olive:"#808000",yellow:"#FFFF00",navy:"#000080",blue:"#0000FF",teal:"#008080",aqua:"#00FFFF",darkblue:"#00008B",mediumblue:"#0000CD",darkgreen:"#006400",darkcyan:"#008B8B",deepskyblue:"#00BFFF",darkturquoise:"#00CED1",mediumspringgreen:"#00FA9A",springgreen:"#00FF7F",cyan:"#00FFFF",midnightblue:"#191970",dodgerblue:"#1E90FF",lightseagreen:"#20B2AA",forestgreen:"#228B22",seagreen:"#2E8B57",darkslategray:"#2F4F4F",darkslategrey:"#2F4F4F",limegreen:"#32CD32",mediumseagreen:"#3CB371",turquoise:"#40E0D0",royalblue:"#4169E1",steelblue:"#4682B4",darkslateblue:"#483D8B",mediumturquoise:"#48D1CC",indigo:"#4B0082",darkolivegreen:"#556B2F",cadetblue:"#5F9EA0",cornflowerblue:"#6495ED",rebeccapurple:"#663399",mediumaquamarine:"#66CDAA",dimgray:"#696969",dimgrey:"#696969",slateblue:"#6A5ACD",olivedrab:"#6B8E23",slategray:"#708090",slategrey:"#708090",lightslategray:"#778899",lightslategrey:"#778899",mediumslateblue:"#7B68EE",lawngreen:"#7CFC00",chartreuse:"#7FFF00",aquamarine:"#7FFFD4",skyblue:"#87CEEB",lightskyblue:"#87CEFA",blueviolet:"#8A2BE2",darkred:"#8B0000",darkmagenta:"#8B008B",saddlebrown:"#8B4513",darkseagreen:"#8FBC8F",lightgreen:"#90EE90",mediumpurple:"#9370DB",darkviolet:"#9400D3",palegreen:"#98FB98",darkorchid:"#9932CC",yellowgreen:"#9ACD32",sienna:"#A0522D",brown:"#A52A2A",darkgray:"#A9A9A9",darkgrey:"#A9A9A9",lightblue:"#ADD8E6",greenyellow:"#ADFF2F",paleturquoise:"#AFEEEE",lightsteelblue:"#B0C4DE",powderblue:"#B0E0E6",firebrick:"#B22222",darkgoldenrod:"#B8860B",mediumorchid:"#BA55D3",rosybrown:"#BC8F8F",darkkhaki:"#BDB76B",mediumvioletred:"#C71585",indianred:"#CD5C5C",peru:"#CD853F",chocolate:"#D2691E",tan:"#D2B48C",lightgray:"#D3D3D3",lightgrey:"#D3D3D3",thistle:"#D8BFD8",orchid:"#DA70D6",goldenrod:"#DAA520",palevioletred:"#DB7093",crimson:"#DC143C",gainsboro:"#DCDCDC",plum:"#DDA0DD",burlywood:"#DEB887",lightcyan:"#E0FFFF",lavender:"#E6E6FA",darksalmon:"#E9967A",violet:"#EE82EE",palegoldenrod:"#EEE8AA",lightcoral:"#F08080",khaki:"#F0E68C",aliceblue:"#F0F8FF",honeydew:"#F0FFF0",azure:"#F0FFFF",sandybrown:"#F4A460",wheat:"#F5DEB3",beige:"#F5F5DC",whitesmoke:"#F5F5F5",mintcream:"#F5FFFA",ghostwhite:"#F8F8FF",salmon:"#FA8072",antiquewhite:"#FAEBD7",linen:"#FAF0E6",lightgoldenrodyellow:"#FAFAD2",oldlace:"#FDF5E6",magenta:"#FF00FF",deeppink:"#FF1493",orangered:"#FF4500",tomato:"#FF6347",hotpink:"#FF69B4",coral:"#FF7F50",darkorange:"#FF8C00",lightsalmon:"#FFA07A",orange:"#FFA500",lightpink:"#FFB6C1",pink:"#FFC0CB",gold:"#FFD700",peachpuff:"#FFDAB9",navajowhite:"#FFDEAD",moccasin:"#FFE4B5",bisque:"#FFE4C4",mistyrose:"#FFE4E1",blanchedalmond:"#FFEBCD",papayawhip:"#FFEFD5",lavenderblush:"#FFF0F5",seashell:"#FFF5EE",cornsilk:"#FFF8DC",lemonchiffon:"#FFFACD",floralwhite:"#FFFAF0",snow:"#FFFAFA",lightyellow:"#FFFFE0",ivory:"#FFFFF0"},ci=new Int8Array(4),kn=new Int32Array(ci.buffer,0,1),hi=new Float32Array(ci.buffer,0,1),ld=/^\s*rgba?\s*\(/,dd=/^\s*rgba?\s*\(\s*([0-9]*)\s*,\s*([0-9]*)\s*,\s*([0-9]*)(?:\s*,\s*(.*)?)?\)\s*$/;function In(a){var n=0,t=0,e=0,r=1,i=a.toLowerCase();if(i==="transparent")return{r:0,g:0,b:0,a:0};if(i in Qt)return In(Qt[i]);if(a[0]==="#")a.length===4?(n=parseInt(a.charAt(1)+a.charAt(1),16),t=parseInt(a.charAt(2)+a.charAt(2),16),e=parseInt(a.charAt(3)+a.charAt(3),16)):(n=parseInt(a.charAt(1)+a.charAt(2),16),t=parseInt(a.charAt(3)+a.charAt(4),16),e=parseInt(a.charAt(5)+a.charAt(6),16)),a.length===9&&(r=parseInt(a.charAt(7)+a.charAt(8),16)/255);else if(ld.test(a)){var o=a.match(dd);o&&(n=+o[1],t=+o[2],e=+o[3],o[4]&&(r=+o[4]))}return{r:n,g:t,b:e,a:r}}function fi(a){var n=arguments.length>1&&arguments[1]!==void 0?arguments[1]:!1,t=In(a),e=t.r,r=t.g,i=t.b,o=t.a;return n?[e/255*o,r/255*o,i/255*o,o]:[e/255,r/255,i/255,o]}var Dt={};for(Zt in Qt)Dt[Zt]=De(Qt[Zt]),Dt[Qt[Zt]]=Dt[Zt];var Zt;function ud(a,n,t,e,r){return kn[0]=e<<24|t<<16|n<<8|a,r&&(kn[0]=kn[0]&4278190079),hi[0]}function De(a){if(a=a.toLowerCase(),typeof Dt[a]<"u")return Dt[a];var n=In(a),t=n.r,e=n.g,r=n.b,i=n.a;i=i*255|0;var o=ud(t,e,r,i,!0);return Dt[a]=o,o}function Ze(a,n){hi[0]=De(a);var t=kn[0];n&&(t=t|16777216);var e=t&255,r=t>>8&255,i=t>>16&255,o=t>>24&255;return[e,r,i,o]}function Ct(a){var n=a>>>8&255,t=a>>>16&255,e=a>>>24&255,r=a&255;return(r<<24|e<<16|t<<8|n)>>>0}function La(a,n,t,e){return(t<<24|n<<16|a<<8|e)>>>0}function gi(a,n,t,e,r,i){var o=Da(a,t,e,r,i),s=J(o,2),l=s[0],d=s[1],u=new Uint8Array(4);a.bindFramebuffer(a.FRAMEBUFFER,n),a.readPixels(l,d,1,1,a.RGBA,a.UNSIGNED_BYTE,u);var c=J(u,4),f=c[0],h=c[1],v=c[2],m=c[3];return[f,h,v,m]}function pi(a){var n=In(a),t=n.r,e=n.g,r=n.b,i=n.a,o=(t/255).toFixed(6),s=(e/255).toFixed(6),l=(r/255).toFixed(6),d=i.toFixed(6);return"vec4(".concat(o,", ").concat(s,", ").concat(l,", ").concat(d,")")}function cd(a,n){if(typeof a!="object"||!a)return a;var t=a[Symbol.toPrimitive];if(t!==void 0){var e=t.call(a,n||"default");if(typeof e!="object")return e;throw new TypeError("@@toPrimitive must return a primitive value.")}return(n==="string"?String:Number)(a)}function bi(a){var n=cd(a,"string");return typeof n=="symbol"?n:n+""}function D(a,n,t){return(n=bi(n))in a?Object.defineProperty(a,n,{value:t,enumerable:!0,configurable:!0,writable:!0}):a[n]=t,a}function vi(a,n){var t=Object.keys(a);if(Object.getOwnPropertySymbols){var e=Object.getOwnPropertySymbols(a);n&&(e=e.filter(function(r){return Object.getOwnPropertyDescriptor(a,r).enumerable})),t.push.apply(t,e)}return t}function U(a){for(var n=1;n<arguments.length;n++){var t=arguments[n]!=null?arguments[n]:{};n%2?vi(Object(t),!0).forEach(function(e){D(a,e,t[e])}):Object.getOwnPropertyDescriptors?Object.defineProperties(a,Object.getOwnPropertyDescriptors(t)):vi(Object(t)).forEach(function(e){Object.defineProperty(a,e,Object.getOwnPropertyDescriptor(t,e))})}return a}function K(a,n){if(!(a instanceof n))throw new TypeError("Cannot call a class as a function")}function mi(a,n){for(var t=0;t<n.length;t++){var e=n[t];e.enumerable=e.enumerable||!1,e.configurable=!0,"value"in e&&(e.writable=!0),Object.defineProperty(a,bi(e.key),e)}}function Z(a,n,t){return n&&mi(a.prototype,n),t&&mi(a,t),Object.defineProperty(a,"prototype",{writable:!1}),a}function st(a){return st=Object.setPrototypeOf?Object.getPrototypeOf.bind():function(n){return n.__proto__||Object.getPrototypeOf(n)},st(a)}function yi(){try{var a=!Boolean.prototype.valueOf.call(Reflect.construct(Boolean,[],function(){}))}catch{}return(yi=function(){return!!a})()}function hd(a){if(a===void 0)throw new ReferenceError("this hasn't been initialised - super() hasn't been called");return a}function fd(a,n){if(n&&(typeof n=="object"||typeof n=="function"))return n;if(n!==void 0)throw new TypeError("Derived constructors may only return object or undefined");return hd(a)}function oe(a,n,t){return n=st(n),fd(a,yi()?Reflect.construct(n,t||[],st(a).constructor):n.apply(a,t))}function Ca(a,n){return Ca=Object.setPrototypeOf?Object.setPrototypeOf.bind():function(t,e){return t.__proto__=e,t},Ca(a,n)}function se(a,n){if(typeof n!="function"&&n!==null)throw new TypeError("Super expression must either be null or a function");a.prototype=Object.create(n&&n.prototype,{constructor:{value:a,writable:!0,configurable:!0}}),Object.defineProperty(a,"prototype",{writable:!1}),n&&Ca(a,n)}function gd(a){if(Array.isArray(a))return Pn(a)}function pd(a){if(typeof Symbol<"u"&&a[Symbol.iterator]!=null||a["@@iterator"]!=null)return Array.from(a)}function vd(){throw new TypeError(`Invalid attempt to spread non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}function X(a){return gd(a)||pd(a)||Fn(a)||vd()}function Q(a){"@babel/helpers - typeof";return Q=typeof Symbol=="function"&&typeof Symbol.iterator=="symbol"?function(n){return typeof n}:function(n){return n&&typeof Symbol=="function"&&n.constructor===Symbol&&n!==Symbol.prototype?"symbol":typeof n},Q(a)}function Fe(a){return Q(a)==="object"&&a!==null&&"attribute"in a}function ka(){var a=`
float sdf_circle(vec2 uv, float size) {
  return length(uv) - size;
}
`;return{name:"circle",glsl:a,uniforms:[]}}function Jt(a){var n,t=WebGL2RenderingContext,e=t.UNSIGNED_BYTE,r=(n=a?.color)!==null&&n!==void 0?n:{attribute:"color"};if(!Fe(r)){var i=r,o=`
vec4 layer_fill() {
  return `.concat(pi(i),`;
}
`);return{name:"fill",uniforms:[],attributes:[],glsl:o}}var s=r.attribute,l=`
vec4 layer_fill(vec4 v_fillColor) {
  return v_fillColor;
}
`;return{name:"fill",uniforms:[],attributes:[{name:"fillColor",size:4,type:e,normalized:!0,source:s}],glsl:l}}function en(a,n){if(typeof a=="string"){var t=fi(a).map(function(d){return d.toFixed(6)}),e=J(t,4),r=e[0],i=e[1],o=e[2],s=e[3];return{glsl:"vec4(".concat(r,", ").concat(i,", ").concat(o,", ").concat(s,")"),attributes:[],needsNodeColors:!1}}if("node"in a&&a.node)return{glsl:a.node==="source"?"v_sourceColor":"v_targetColor",attributes:[],needsNodeColors:!0};var l=a;return{glsl:"v_".concat(n),attributes:[{name:"a_".concat(n),size:4,type:WebGL2RenderingContext.UNSIGNED_BYTE,normalized:!0,source:l.attribute,defaultValue:l.default}],needsNodeColors:!1}}function Be(a){var n=a?.color;if(n===void 0){var t=`
// Plain solid color layer
vec4 layer_plain(EdgeContext ctx) {
  return v_color;
}
`;return{name:"plain",glsl:t,uniforms:[],attributes:[]}}var e=en(n,"plainColor"),r=`
// Plain solid color layer
vec4 layer_plain(EdgeContext ctx) {
  return `.concat(e.glsl,`;
}
`);return{name:"plain",glsl:r,uniforms:[],attributes:e.attributes,needsNodeColors:e.needsNodeColors}}function tn(){var a=`
// Position at parameter t ∈ [0, 1]
vec2 path_straight_position(float t, vec2 source, vec2 target) {
  return mix(source, target, t);
}

// Total length of the path (analytical - more efficient than sampling)
float path_straight_length(vec2 source, vec2 target) {
  return length(target - source);
}
`;return{name:"straight",segments:1,minBodyLengthRatio:0,linearParameterization:!0,glsl:a,uniforms:[],attributes:[]}}function Pa(a){var n=a??{},t=n.segments,e=t===void 0?32:t,r=`
const float LOOP_PI = 3.141592653589793;

float loopWorldRadius() {
  float nodeWorldRadius = v_sourceNodeSize * u_correctionRatio / u_sizeRatio;
  return max(v_loopRadius * nodeWorldRadius, 0.001);
}

// Cubic Bézier with P0 = P3 = source.
// Control points extend outward orthogonal to the node surface at exit/entry angles.
vec2 path_loop_position(float t, vec2 source, vec2 target) {
  float R = loopWorldRadius();
  float angle = v_loopAngle + (v_loopFixedOrientation > 0.5 ? u_cameraAngle : 0.0);
  float halfSpread = v_loopSpread * 0.5;

  float exitAngle = angle - halfSpread;
  float entryAngle = angle + halfSpread;

  // Control point distance: at t=0.5 the Bézier reaches 0.75 * cpDist * cos(halfSpread)
  // from source. Solve for cpDist so the loop tip reaches exactly R.
  float cpDist = R / (0.75 * cos(halfSpread));

  vec2 cp1 = source + cpDist * vec2(cos(exitAngle), sin(exitAngle));
  vec2 cp2 = source + cpDist * vec2(cos(entryAngle), sin(entryAngle));

  float u = 1.0 - t;
  vec2 d1 = cp1 - source;
  vec2 d2 = cp2 - source;
  return source + 3.0 * t * u * (u * d1 + t * d2);
}

// Approximate arc length via chord sampling
float path_loop_length(vec2 source, vec2 target) {
  float len = 0.0;
  vec2 prev = path_loop_position(0.0, source, target);
  const int STEPS = 16;
  for (int i = 1; i <= STEPS; i++) {
    float t = float(i) / float(STEPS);
    vec2 cur = path_loop_position(t, source, target);
    len += length(cur - prev);
    prev = cur;
  }
  return len;
}
`;return{name:"loop",segments:e,glsl:r,needsNodeSize:!0,uniforms:[],attributes:[{name:"loopRadius",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopAngle",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopSpread",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopFixedOrientation",size:1,type:WebGL2RenderingContext.FLOAT}],variables:{loopRadius:{type:"number",default:4},loopAngle:{type:"number",default:Math.PI/4},loopSpread:{type:"number",default:80*Math.PI/180},loopFixedOrientation:{type:"number",default:0}},spread:{variable:"loopRadius",compute:function(o){return o+4}}}}var Ri=at(St());function xi(a){return Q(a)==="object"&&"glsl"in a&&!("attributes"in a)}function _i(a){return Q(a)==="object"&&"glsl"in a&&!("attributes"in a)}var nn={shapes:[ka()],variables:{},layers:[Jt()],label:{},backdrop:{},labelAttachments:{}},kt={paths:[tn(),Pa()],extremities:[],variables:{},layers:[Be()],defaultHead:"none",defaultTail:"none",label:{}},Nn=["nodes","topNodes"],zn=["edges","topEdges"],Gn=[].concat(zn,Nn),Ti={nodes:nn,edges:kt,depthLayers:X(Gn)};var md=function(n){return n},bd=function(n){return n*n},yd=function(n){return n*(2-n)},xd=function(n){return(n*=2)<1?.5*n*n:-.5*(--n*(n-2)-1)},_d=function(n){return n*n*n},Td=function(n){return--n*n*n+1},Sd=function(n){return(n*=2)<1?.5*n*n*n:.5*((n-=2)*n*n+2)},Ed=function(n){return n===0?0:Math.pow(2,10*(n-1))},Rd=function(n){return n===1?1:1-Math.pow(2,-10*n)},wd=function(n){return n===0?0:n===1?1:n<.5?Math.pow(2,10*(2*n-1))/2:(2-Math.pow(2,-10*(2*n-1)))/2},Fa={linear:md,quadraticIn:bd,quadraticOut:yd,quadraticInOut:xd,cubicIn:_d,cubicOut:Td,cubicInOut:Sd,exponentialIn:Ed,exponentialOut:Rd,exponentialInOut:wd};function Mn(a){return a?typeof a=="function"?a:Fa[a]:Fa.linear}function Na(a){return Q(a)==="object"&&a!==null&&"attribute"in a}function wi(a){return typeof a=="function"}function Ai(a){return Q(a)==="object"&&a!==null&&"when"in a&&typeof a.when=="function"&&"then"in a}function Di(a){return Q(a)==="object"&&a!==null&&"whenState"in a&&"then"in a}function Li(a){return Q(a)==="object"&&a!==null&&"whenData"in a&&"then"in a}var Ad={isHovered:!1,isLabelHovered:!1,isHidden:!1,isHighlighted:!1,isDragged:!1},Dd={isHovered:!1,isLabelHovered:!1,isHidden:!1,isHighlighted:!1,parallelIndex:0,parallelCount:1},Ld={isIdle:!0,isPanning:!1,isZooming:!1,isDragging:!1,hasHovered:!1,hasHighlighted:!1};function Ci(a){return U(U({},Ad),a)}function ki(a){return U(U({},Dd),a)}function za(a){return U(U({},Ld),a)}var Cd={x:{attribute:"x"},y:{attribute:"y"},size:{whenState:"isHovered",then:{attribute:"size",defaultValue:12},else:{attribute:"size",defaultValue:10}},color:{attribute:"color",defaultValue:"#666"},label:{attribute:"label"},visibility:{whenState:"isHidden",then:"hidden",else:"visible"},labelVisibility:{whenState:"isHovered",then:"visible",else:"auto"},backdropVisibility:{whenState:"isHovered",then:"visible",else:"hidden"},backdropColor:"#ffffff",backdropShadowColor:"rgba(0, 0, 0, 0.5)",backdropShadowBlur:12,backdropPadding:6},kd={size:{attribute:"size",defaultValue:1},color:{attribute:"color",defaultValue:"#ccc"},label:{attribute:"label"},visibility:{whenState:"isHidden",then:"hidden",else:"visible"}};var On={nodes:U(U({},Cd),{},{depth:{whenState:"isHovered",then:"topNodes",else:"nodes"}}),edges:U(U({},kd),{},{depth:{whenState:["isHighlighted","isHovered"],then:"topEdges",else:"edges"}})};function Pd(a){return"min"in a||"max"in a||"minValue"in a||"maxValue"in a||"easing"in a}function Fd(a){return"dict"in a}function Wn(a,n){return typeof a=="string"?n[a]===!0:Array.isArray(a)?a.every(function(t){return n[t]===!0}):Q(a)==="object"&&a!==null?Object.entries(a).every(function(t){var e=J(t,2),r=e[0],i=e[1];return n[r]===i}):!1}function Id(a,n){var t=n[a.attribute];return t===void 0?a.defaultValue:t}function Nd(a,n,t){var e,r,i,o,s=n[a.attribute];if(s===void 0)return a.defaultValue;var l=Number(s);if(isNaN(l))return a.defaultValue;if(a.min===void 0&&a.max===void 0)return l;var d=(e=a.minValue)!==null&&e!==void 0?e:l,u=(r=a.maxValue)!==null&&r!==void 0?r:l;if(u===d){var c;return(c=a.min)!==null&&c!==void 0?c:l}var f=(l-d)/(u-d);f=Math.max(0,Math.min(1,f));var h=Mn(a.easing);f=h(f);var v=(i=a.min)!==null&&i!==void 0?i:0,m=(o=a.max)!==null&&o!==void 0?o:1;return v+f*(m-v)}function zd(a,n){var t=n[a.attribute];if(t===void 0)return a.defaultValue;var e=String(t);return e in a.dict?a.dict[e]:a.defaultValue}function Gd(a,n,t){return Fd(a)?zd(a,n):Pd(a)?Nd(a,n):Id(a,n)}function Pi(a,n){return typeof a=="string"?!!n[a]:Array.isArray(a)?a.every(function(t){return!!n[t]}):Q(a)==="object"&&a!==null?Object.entries(a).every(function(t){var e=J(t,2),r=e[0],i=e[1];return n[r]===i}):!1}function Bn(a,n,t,e,r,i){if(a==null)return i;if(Q(a)!=="object"&&typeof a!="function")return a;if(Ai(a)){var o=a.when(n,t,e,r)?a.then:a.else;return o===void 0?i:Bn(o,n,t,e,r,i)}if(Di(a)){var s=Wn(a.whenState,t)?a.then:a.else;return s===void 0?i:Bn(s,n,t,e,r,i)}if(Li(a)){var l=Pi(a.whenData,n)?a.then:a.else;return l===void 0?i:Bn(l,n,t,e,r,i)}if(wi(a)){var d=a(n,t,e,r);return d??i}if(Na(a)){var u=Gd(a,n);return u??i}return a}function Ie(a){if(a==null)return"static";if(Ai(a))return"graph-state";if(Di(a)){var n=Ie(a.then),t=a.else!==void 0?Ie(a.else):"static";return Le("item-state",Le(n,t))}if(Li(a)){var e=Ie(a.then),r=a.else!==void 0?Ie(a.else):"static";return Le(e,r)}return wi(a)?"graph-state":(Na(a),"static")}function Le(a,n){return a==="graph-state"||n==="graph-state"?"graph-state":a==="item-state"||n==="item-state"?"item-state":"static"}function Ga(a){if(!a)return{dependency:"static",xAttribute:null,yAttribute:null};var n=Array.isArray(a)?a:[a],t="static",e=null,r=null,i=O(n),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;if("matchData"in s&&"cases"in s)for(var l=s.cases,d=0,u=Object.values(l);d<u.length;d++)for(var c=u[d],f=0,h=Object.values(c);f<h.length;f++){var v=h[f];t=Le(t,Ie(v))}else if("matchState"in s&&"cases"in s){t=Le(t,"item-state");for(var m=s.cases,b=0,p=Object.values(m);b<p.length;b++)for(var g=p[b],y=0,T=Object.values(g);y<T.length;y++){var x=T[y];t=Le(t,Ie(x))}}else if("when"in s&&"then"in s)t="graph-state";else if("whenState"in s){t=Le(t,"item-state");var _=s.then;if(_&&Q(_)==="object")for(var w=0,E=Object.values(_);w<E.length;w++){var L=E[w];t=Le(t,Ie(L))}var S=s.else;if(S&&Q(S)==="object")for(var A=0,R=Object.values(S);A<R.length;A++){var F=R[A];t=Le(t,Ie(F))}}else if("whenData"in s){var P=s.then;if(P&&Q(P)==="object")for(var k=0,z=Object.values(P);k<z.length;k++){var G=z[k];t=Le(t,Ie(G))}var I=s.else;if(I&&Q(I)==="object")for(var C=0,N=Object.values(I);C<N.length;C++){var B=N[C];t=Le(t,Ie(B))}}else for(var W=0,Y=Object.entries(s);W<Y.length;W++){var V=J(Y[W],2),j=V[0],ce=V[1];if(!Ba.has(j)&&(t=Le(t,Ie(ce)),(j==="x"||j==="y")&&Na(ce))){var te=ce.attribute;j==="x"&&!e&&(e=te),j==="y"&&!r&&(r=te)}}}}catch(ke){i.e(ke)}finally{i.f()}return{dependency:t,xAttribute:e,yAttribute:r}}var Ve={size:10,color:"#666",opacity:1,shape:"circle",rotationAlignment:"viewport",labelRotationAlignment:"viewport",visibility:"visible",depth:"nodes",zIndex:0,label:"",labelColor:"#000",labelSize:12,labelFont:"sans-serif",labelVisibility:"auto",labelPosition:"right",labelAngle:0,labelDepth:"nodes",backdropVisibility:"hidden",backdropColor:"transparent",backdropShadowColor:"transparent",backdropShadowBlur:0,backdropPadding:0,backdropBorderColor:"transparent",backdropBorderWidth:0,backdropCornerRadius:0,backdropLabelPadding:-1,backdropArea:"both",labelAttachment:null,labelAttachmentPlacement:"below"},Ma={size:1,color:"#ccc",opacity:1,path:"straight",selfLoopPath:"loop",parallelSpread:.25,tail:"none",head:"none",visibility:"visible",depth:"edges",zIndex:0,label:"",labelColor:"#666",labelVisibility:"auto",labelDepth:"edges"},Ba=new Set(["when","whenState","whenData","then","else"]),Si=Object.keys(Ve),Md=Object.values(Ve),Ei=Object.keys(Ma),Bd=Object.values(Ma);function Pt(a,n,t,e,r,i,o){for(var s in n){var l;if(!Ba.has(s)){var d=(l=a[s])!==null&&l!==void 0?l:o[s];a[s]=Bn(n[s],t,e,r,i,d)}}"depth"in n&&!("labelDepth"in n)&&(a.labelDepth=a.depth)}function Fi(a,n,t,e,r,i,o){var s=O(n),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;if("matchData"in d&&"cases"in d){var u,c=String((u=t[d.matchData])!==null&&u!==void 0?u:""),f=d.cases;c in f&&Pt(a,f[c],t,e,r,i,o)}else if("matchState"in d&&"cases"in d){var h,v=String((h=e[d.matchState])!==null&&h!==void 0?h:""),m=d.cases;v in m&&Pt(a,m[v],t,e,r,i,o)}else if("when"in d&&"then"in d){var b=d.when;if(!b(t,e,r,i))continue;Pt(a,d.then,t,e,r,i,o)}else if("whenState"in d&&"then"in d){if(!Wn(d.whenState,e))continue;Pt(a,d.then,t,e,r,i,o)}else if("whenData"in d&&"then"in d){if(!Pi(d.whenData,t))continue;Pt(a,d.then,t,e,r,i,o)}else Pt(a,d,t,e,r,i,o)}}catch(p){s.e(p)}finally{s.f()}}function Oa(a,n,t,e,r,i){for(var o=i||{},s=o,l=0,d=Si.length;l<d;l++)s[Si[l]]=Md[l];if(s.x=void 0,s.y=void 0,s.labelBackgroundColor=void 0,s.labelBackgroundPadding=void 0,s.labelCursor=void 0,!a){var u,c,f,h,v;return s.x=(u=n.x)!==null&&u!==void 0?u:0,s.y=(c=n.y)!==null&&c!==void 0?c:0,o.size=(f=n.size)!==null&&f!==void 0?f:10,o.color=(h=n.color)!==null&&h!==void 0?h:"#666",o.label=(v=n.label)!==null&&v!==void 0?v:"",o}var m=Array.isArray(a)?a:[a];return Fi(s,m,n,t,e,r,Ve),o}function Wa(a,n,t,e,r,i){for(var o=i||{},s=o,l=0,d=Ei.length;l<d;l++)s[Ei[l]]=Bd[l];if(!a){var u,c,f;return o.size=(u=n.size)!==null&&u!==void 0?u:1,o.color=(c=n.color)!==null&&c!==void 0?c:"#ccc",o.label=(f=n.label)!==null&&f!==void 0?f:"",o}var h=Array.isArray(a)?a:[a];return Fi(s,h,n,t,e,r,Ma),typeof s.labelPosition=="number"&&(s.labelPosition=void 0),o}function Od(a,n,t){var e,r;if(a==null)return t;if(typeof a=="function")return(e=a(n))!==null&&e!==void 0?e:t;if(Q(a)==="object"&&"when"in a){var i,o=a,s=o.when(n),l=s?o.then:o.else;return l===void 0?t:typeof l=="function"?(i=l(n))!==null&&i!==void 0?i:t:l??t}if(Q(a)==="object"&&"whenState"in a){var d,u=a,c=Wn(u.whenState,n),f=c?u.then:u.else;return f===void 0?t:typeof f=="function"?(d=f(n))!==null&&d!==void 0?d:t:f??t}return(r=a)!==null&&r!==void 0?r:t}function Ua(a,n){var t={};if(!a)return t;var e=Array.isArray(a)?a:[a],r=O(e),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;if("when"in o&&"then"in o){var s=o.when(n),l=s?o.then:o.else;l&&Q(l)==="object"&&Ia(t,l,n)}else if("whenState"in o&&"then"in o){var d=Wn(o.whenState,n),u=d?o.then:o.else;u&&Q(u)==="object"&&Ia(t,u,n)}else Ia(t,o,n)}}catch(c){r.e(c)}finally{r.f()}return t}function Ia(a,n,t){for(var e=0,r=Object.entries(n);e<r.length;e++){var i=J(r[e],2),o=i[0],s=i[1];Ba.has(o)||(a[o]=Od(s,t))}}var Un=(function(a){function n(){var t;return K(this,n),t=oe(this,n),t.rawEmitter=t,t}return se(n,a),Z(n)})(Ri.EventEmitter);var Ii=Ti;function $a(a,n){var t=n.size;if(t!==0){var e=a.length;a.length+=t;var r=0;n.forEach(function(i){a[e+r]=i,r++})}}function Ni(a){a=a||{};for(var n=0,t=arguments.length<=1?0:arguments.length-1;n<t;n++){var e=n+1<1||arguments.length<=n+1?void 0:arguments[n+1];e&&Object.assign(a,e)}return a}function Ft(a,n){for(var t in n)if(Object.prototype.hasOwnProperty.call(n,t)&&n[t]!==a[t])return!0;return!1}function zi(a,n){var t=a,e=n;for(var r in t)if(Object.prototype.hasOwnProperty.call(t,r)&&t[r]!==e[r])return!1;for(var i in e)if(Object.prototype.hasOwnProperty.call(e,i)&&e[i]!==t[i])return!1;return!0}function lt(a,n,t){t?a.add(n):a.delete(n)}var Mi=at(Ha());var Bi={easing:"quadraticInOut",duration:150};function Qe(a){return a.labelVisibility==="visible"&&a.visibility!=="hidden"}function Va(a){return a.backdropVisibility==="visible"&&a.visibility!=="hidden"}function $n(a){return[a.rotationAlignment==="graph"?1:0,a.labelRotationAlignment==="graph"?1:0]}function ja(a,n,t){var e=a[n];if(e)for(var r=0;r<e.length;r++){var i=e[r];if(!(t<i.offset||t>=i.offset+i.count)){if(i.count===1)e.splice(r,1);else if(t===i.offset)i.offset++,i.count--;else if(t===i.offset+i.count-1)i.count--;else{var o=t+1,s=i.offset+i.count-o;i.count=t-i.offset,e.splice(r+1,0,{offset:o,count:s})}return}}}function Xa(a,n,t){if(!a[n]){a[n]=[{offset:t,count:1}];return}for(var e=a[n],r=e.length,i=0;i<e.length;i++)if(t<e[i].offset){r=i;break}var o=r>0?e[r-1]:null,s=r<e.length?e[r]:null,l=o&&o.offset+o.count===t,d=s&&t+1===s.offset;l&&d?(o.count+=1+s.count,e.splice(r,1)):l?o.count++:d?(s.offset--,s.count++):e.splice(r,0,{offset:t,count:1})}function Oi(a){if(!(0,Mi.default)(a))throw new Error("Sigma: invalid graph instance.")}function Hn(a){var n=J(a.x,2),t=n[0],e=n[1],r=J(a.y,2),i=r[0],o=r[1],s=Math.max(e-t,o-i),l=(e+t)/2,d=(o+i)/2;(s===0||Math.abs(s)===1/0||isNaN(s))&&(s=1),isNaN(l)&&(l=0),isNaN(d)&&(d=0);var u=function(f){return{x:.5+(f.x-l)/s,y:.5+(f.y-d)/s}};return u.applyTo=function(c){c.x=.5+(c.x-l)/s,c.y=.5+(c.y-d)/s},u.inverse=function(c){return{x:l+s*(c.x-.5),y:d+s*(c.y-.5)}},u.ratio=s,u}var Vn={hideEdgesOnMove:!1,hideLabelsOnMove:!1,renderLabels:!0,renderEdgeLabels:!1,edgeLabelAnchors:"nodeLabels",enableEdgeEvents:!1,nodeLabelEvents:!1,edgeLabelEvents:!1,pickingDownSizingRatio:2,nodePickingPadding:0,edgePickingPadding:4,labelPickingPadding:10,stagePadding:30,minEdgeThickness:1.7,antiAliasingFeather:1,antialiasEdges:!0,antialiasNodes:!0,dragTimeout:100,draggedEventsTolerance:3,inertiaDuration:200,inertiaRatio:3,zoomDuration:250,zoomingRatio:1.7,doubleClickTimeout:300,doubleClickZoomingRatio:2.2,doubleClickZoomingDuration:200,tapMoveTolerance:10,zoomToSizeRatioFunction:Math.sqrt,itemSizesReference:"positions",autoRescale:!0,autoRescaleContent:"positions",enableNodeDrag:!1,getDraggedNodes:function(n){return[n]},dragPositionToAttributes:null,labelDensity:1,labelGridCellSize:100,labelRenderedSizeThreshold:6,labelPixelSnapping:!0,minCameraRatio:null,maxCameraRatio:null,enableCameraZooming:!0,enableCameraPanning:!0,enableCameraRotation:!0,enableCameraMouseRotation:!0,cameraPanBoundaries:null,gestureTarget:"graph",sharedGestureWheelMessage:"Use Ctrl + scroll to zoom the graph",sharedGestureAppleWheelMessage:"Use ⌘ + scroll to zoom the graph",sharedGestureTouchMessage:"Use two fingers to move the graph",allowInvalidContainer:!1,DEBUG_displayPickingLayer:!1,DEBUG_logShaders:!1,DEBUG_logRenderStats:!1,DEBUG_gpuTimerQueries:!1};function jn(a){if(typeof a.labelDensity!="number"||a.labelDensity<0)throw new Error("Settings: invalid `labelDensity`. Expecting a positive number.");var n=a.minCameraRatio,t=a.maxCameraRatio;if(typeof n=="number"&&typeof t=="number"&&t<n)throw new Error("Settings: invalid camera ratio boundaries. Expecting `maxCameraRatio` to be greater than `minCameraRatio`.")}function Wi(a){return Ni({},Vn,a)}var Wd=new Set(["italic","oblique"]),Ud=new Set(["bold","bolder","lighter"]);function Xn(a){for(var n="normal",t="normal",e=a.trim(),r=e.split(/\s+/),i=0,o=0;o<r.length;o++){var s=r[o].toLowerCase();if(Wd.has(s))t=s,i=o+1;else if(Ud.has(s)||/^\d{3}$/.test(s))n=s,i=o+1;else if(s==="normal")i=o+1;else break}var l=r.slice(i).join(" ");return{family:l||e,weight:n,style:t}}function It(a,n,t){var e=document.createElement(a);if(n)for(var r in n)e.style[r]=n[r];if(t)for(var i in t)e.setAttribute(i,t[i]);return e}function an(){return typeof window.devicePixelRatio<"u"?window.devicePixelRatio:1}var Zi=at(St());function $d(a){var n=a.type===WebGL2RenderingContext.FLOAT&&!a.normalized,t=a.type===WebGL2RenderingContext.UNSIGNED_BYTE&&a.size===4&&a.normalized;if(!n&&!t)throw new Error('Attribute "'.concat(a.name,'" is invalid: only non-normalized FLOAT and normalized UNSIGNED_BYTE with size 4 are supported.'));return a.normalized?1:a.size}function qa(a){var n=0;return a.forEach(function(t){return n+=$d(t)}),n}function Qi(a,n,t){var e=a==="VERTEX"?n.VERTEX_SHADER:n.FRAGMENT_SHADER,r=n.createShader(e);if(r===null)throw new Error("loadShader: error while creating the shader");n.shaderSource(r,t),n.compileShader(r);var i=n.getShaderParameter(r,n.COMPILE_STATUS);if(!i){var o=n.getShaderInfoLog(r);throw n.deleteShader(r),new Error(`loadShader: error while compiling the shader:
`.concat(o,`
`).concat(t))}return r}function Ka(a,n){return Qi("VERTEX",a,n)}function Za(a,n){return Qi("FRAGMENT",a,n)}function Qa(a,n){var t=a.createProgram();if(t===null)throw new Error("loadProgram: error while creating the program.");var e,r;for(e=0,r=n.length;e<r;e++)a.attachShader(t,n[e]);a.linkProgram(t);var i=a.getProgramParameter(t,a.LINK_STATUS);if(!i){var o=a.getProgramInfoLog(t);throw a.deleteProgram(t),new Error("loadProgram: error while linking the program: ".concat(o))}return t}function Ui(a){var n=a.gl,t=a.buffer,e=a.program,r=a.vertexShader,i=a.fragmentShader;n.deleteShader(r),n.deleteShader(i),n.deleteProgram(e),n.deleteBuffer(t)}function de(a){return a%1===0?a.toFixed(1):a.toString()}var Jn=new Map,Ji=new Map,Hd=0;function eo(a,n){var t,e=(t=a.variables)===null||t===void 0||(t=t[n.source||n.name.replace(/^a_/,"")])===null||t===void 0?void 0:t.default,r=typeof e=="number"?e:typeof n.defaultValue=="number"?n.defaultValue:0;return de(r)}function ea(a,n,t){var e,r=arguments.length>3&&arguments[3]!==void 0?arguments[3]:function(o){return"v_".concat(o.name.replace(/^a_/,""))},i=[n,t].concat(X(a.uniforms.filter(function(o){return o.type==="float"}).map(function(o){var s;return de((s=o.value)!==null&&s!==void 0?s:0)})),X(((e=a.attributes)!==null&&e!==void 0?e:[]).map(r)));return"sdf_".concat(a.name,"(").concat(i.join(", "),")")}function Vd(a){var n,t=a.name,e=a.uniforms.filter(function(o){return o.type==="float"&&o.value!==void 0&&o.value!==0}).map(function(o){return"".concat(o.name.replace("u_",""),"=").concat(o.value)}).sort(),r=((n=a.attributes)!==null&&n!==void 0?n:[]).map(function(o){var s;return"".concat(o.name,"@").concat((s=o.source)!==null&&s!==void 0?s:"","=").concat(eo(a,o))}),i=[].concat(X(e),X(r));return i.length>0&&(t+="#"+i.join("#")),t}function jd(a){var n=Vd(a);if(!Jn.has(n)){var t={},e=O(a.uniforms),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;i.type==="float"&&i.value!==void 0&&(t[i.name]=i.value)}}catch(o){e.e(o)}finally{e.f()}Jn.set(n,{shape:a,uniformValues:t,slug:n}),Ji.set(n,Hd++)}return n}function dn(a){var n;return(n=Ji.get(a))!==null&&n!==void 0?n:-1}function to(a){var n=[],t=new Set,e=new Set,r=/mat2 rotate2D\(float angle\)\s*\{[^}]+\}/,i=O(a),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;if(!e.has(s.name)){e.add(s.name);var l=s.glsl;r.test(l)&&(t.has("rotate2D")?l=l.replace(r,""):t.add("rotate2D")),n.push(l)}}}catch(d){i.e(d)}finally{i.f()}return n.join(`
`)}function Xd(){return to(Array.from(Jn.values()).map(function(a){return a.shape}))}function qd(a){var n=Array.from(Jn.entries());if(n.length===0)return`
float querySDF(int shapeId, vec2 uv, float size) {
  return length(uv) - size;
}
`;var t=n.map(function(e,r){var i=J(e,2),o=i[0],s=i[1].shape,l=ea(s,"uv","size",function(d){var u=d.name.replace(/^a_/,"");return a!=null&&a.has(u)?"g_".concat(u):eo(s,d)});return"    case ".concat(r,": return ").concat(l,"; // ").concat(o)}).join(`
`);return`
float querySDF(int shapeId, vec2 uv, float size) {
  switch (shapeId) {
`.concat(t,`
    default: return length(uv) - size;
  }
}
`)}function Ja(a){return to(a)}function un(a){return X(new Map(a.flatMap(function(n){return n.uniforms}).map(function(n){return[n.name,n]})).values())}function Yd(a,n){if(a.length===0)return`
void queryNodeSDF(int shapeId, vec2 uv, float size) {
  context.sdf = length(uv) - size;
  context.inradiusFactor = 1.0;
}
`;var t=function(c){return ea(c,"uv","size")},e=function(c){var f,h;return(f=c.inradiusFactorGLSL)!==null&&f!==void 0?f:de((h=c.inradiusFactor)!==null&&h!==void 0?h:1)};if(a.length===1){var r=a[0];return`
void queryNodeSDF(int shapeId, vec2 uv, float size) {
  context.sdf = `.concat(t(r),`;
  context.inradiusFactor = `).concat(e(r),`;
}
`)}var i=a.map(function(u,c){return"    case ".concat(c,": // ").concat(u.name,`
      context.sdf = `).concat(t(u),`;
      context.inradiusFactor = `).concat(e(u),`;
      break;`)}).join(`
`),o=a[0],s="",l="shapeId";if(n&&n.length>1){var d=n.map(function(u,c){return"    case ".concat(u,": return ").concat(c,"; // ").concat(a[c].name)}).join(`
`);s=`
int globalToLocalShapeId(int globalId) {
  switch (globalId) {
`.concat(d,`
    default: return 0;
  }
}
`),l="globalToLocalShapeId(shapeId)"}return"".concat(s,`
void queryNodeSDF(int shapeId, vec2 uv, float size) {
  switch (`).concat(l,`) {
`).concat(i,`
    default:
      context.sdf = `).concat(t(o),`;
      context.inradiusFactor = `).concat(e(o),`;
  }
}
`)}var zt={right:0,left:1,above:2,below:3,over:4},Gt=5,er=3,no=`
float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
float nodeRadiusGraphSpace = nodeSize * u_correctionRatio / u_sizeRatio * 2.0;
float nodeRadiusNDC = nodeRadiusGraphSpace * matrixScaleX;
float nodeRadiusPixels = nodeRadiusNDC * u_resolution.x / 2.0;
`,ao=`
mat2 rotate2D(float angle) {
  float c = cos(angle);
  float s = sin(angle);
  return mat2(c, -s, s, c);
}
`,ro=`
vec2 getLabelDirection(float positionMode) {
  if (positionMode < 0.5) return vec2(1.0, 0.0);   // Right
  if (positionMode < 1.5) return vec2(-1.0, 0.0);  // Left
  if (positionMode < 2.5) return vec2(0.0, -1.0);  // Above
  if (positionMode < 3.5) return vec2(0.0, 1.0);   // Below
  return vec2(0.0);                                 // Over (centered)
}
`,Kd=`
float sdfBox(vec2 p, vec2 halfSize) {
  vec2 d = abs(p) - halfSize;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
`,Zd=`
float sdfRotatedBox(vec2 p, vec2 halfSize, float angle) {
  float c = cos(-angle);
  float s = sin(-angle);
  vec2 rotatedP = mat2(c, -s, s, c) * p;
  return sdfBox(rotatedP, halfSize);
}
`,Qd=`
float sdfRoundedBox(vec2 p, vec2 halfSize, float radius) {
  vec2 d = abs(p) - halfSize + radius;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - radius;
}
`,Jd=`
float sdfRoundedRotatedBox(vec2 p, vec2 halfSize, float angle, float radius) {
  float c = cos(-angle);
  float s = sin(-angle);
  vec2 rotatedP = mat2(c, -s, s, c) * p;
  return sdfRoundedBox(rotatedP, halfSize, radius);
}
`,io=`
vec2 labelBoxCenter(float positionMode, float labelStart, vec2 halfSize, float textHalfY) {
  if (positionMode < 0.5) return vec2(labelStart + halfSize.x, 0.0);    // right
  if (positionMode < 1.5) return vec2(-(labelStart + halfSize.x), 0.0); // left
  if (positionMode < 2.5) return vec2(0.0, -(labelStart + textHalfY));  // above
  if (positionMode < 3.5) return vec2(0.0, labelStart + textHalfY);     // below
  return vec2(0.0);                                                     // over
}
`,tr=2,je=`
vec4 readNodeData(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(tr,`;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  return texelFetch(nodeDataTexture, coord, 0);
}
`),ut=`
vec4 readNodeFlags(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(tr,` + 1;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  return texelFetch(nodeDataTexture, coord, 0);
}
`),eu=`
vec4 readNodeColor(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(tr,` + 1;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  vec4 texel = texelFetch(nodeDataTexture, coord, 0);
  float r = floor(texel.b / 65536.0);
  float g = floor(mod(texel.b, 65536.0) / 256.0);
  float b = mod(texel.b, 256.0);
  return vec4(r / 255.0, g / 255.0, b / 255.0, texel.a);
}
`),Mt=`
vec4 readFrameTexel(sampler2D frameTexture, int frameTextureWidth, int index) {
  ivec2 coord = ivec2(index % frameTextureWidth, index / frameTextureWidth);
  return texelFetch(frameTexture, coord, 0);
}
`;function tu(a,n){var t=function(o){return ea(o,"uv","size")};if(a.length===1)return{code:$i(t(a[0])),multiShape:!1};var e=a.map(function(i,o){return"    case ".concat(n?n[o]:o,": return ").concat(t(i),";")}).join(`
`),r=`
float queryShapeSDF(int shapeId, vec2 uv, float size) {
  switch (shapeId) {
`.concat(e,`
    default: return `).concat(t(a[0]),`;
  }
}
int g_shapeId;
`).concat($i("queryShapeSDF(g_shapeId, uv, size)"),`
`);return{code:r,multiShape:!0}}function $i(a){return`
float findEdgeDistance(vec2 direction, float size) {
  float lo = 0.0, hi = 2.0;
  for (int i = 0; i < 8; i++) {
    float mid = (lo + hi) * 0.5;
    vec2 uv = direction * mid;
    if (`.concat(a,` < 0.0) lo = mid; else hi = mid;
  }
  return (lo + hi) * 0.5;
}
`)}function nu(a,n){for(;!{}.hasOwnProperty.call(a,n)&&(a=st(a))!==null;);return a}function Ya(){return Ya=typeof Reflect<"u"&&Reflect.get?Reflect.get.bind():function(a,n,t){var e=nu(a,n);if(e){var r=Object.getOwnPropertyDescriptor(e,n);return r.get?r.get.call(arguments.length<3?a:t):r.value}},Ya.apply(null,arguments)}function fe(a,n,t,e){var r=Ya(st(1&e?a.prototype:a),n,t);return 2&e&&typeof r=="function"?function(i){return r.apply(t,i)}:r}var au=1024,ru=1.5,iu=4096,oo=-1,ta=(function(){function a(n,t){var e=arguments.length>2&&arguments[2]!==void 0?arguments[2]:au;K(this,a),D(this,"texture",null),D(this,"dirty",!1),D(this,"dirtyRangeStart",1/0),D(this,"dirtyRangeEnd",-1),D(this,"indexMap",new Map),D(this,"freeIndices",[]),D(this,"nextIndex",0),this.gl=n,this.TEXELS_PER_ITEM=t,this.capacity=this.roundUpToPowerOfTwo(e);var r=this.computeTextureDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.data=new Float32Array(this.textureWidth*this.textureHeight*4),this.createTexture()}return Z(a,[{key:"computeTextureDimensions",value:function(t){var e=t*this.TEXELS_PER_ITEM,r=Math.min(e,iu),i=Math.ceil(e/r);return{width:r,height:i}}},{key:"roundUpToPowerOfTwo",value:function(t){return Math.pow(2,Math.ceil(Math.log2(Math.max(1,t))))}},{key:"createTexture",value:function(){var t=this.gl;this.texture=t.createTexture(),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture),t.texImage2D(t.TEXTURE_2D,0,t.RGBA32F,this.textureWidth,this.textureHeight,0,t.RGBA,t.FLOAT,this.data),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MIN_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MAG_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_S,t.CLAMP_TO_EDGE),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_T,t.CLAMP_TO_EDGE),t.bindTexture(t.TEXTURE_2D,null)}},{key:"resize",value:function(t){if(!(t<=this.capacity)){var e=this.roundUpToPowerOfTwo(Math.ceil(t*ru)),r=this.gl,i=this.computeTextureDimensions(e),o=new Float32Array(i.width*i.height*4);o.set(this.data),this.texture&&r.deleteTexture(this.texture),this.data=o,this.capacity=e,this.textureWidth=i.width,this.textureHeight=i.height,this.createTexture(),this.dirty=!0,this.dirtyRangeStart=0,this.dirtyRangeEnd=this.nextIndex}}},{key:"allocate",value:function(t){var e=this.indexMap.get(t);if(e!==void 0)return e;var r;return this.freeIndices.length>0?r=this.freeIndices.pop():(r=this.nextIndex++,r>=this.capacity&&this.resize(r+1)),this.indexMap.set(t,r),r}},{key:"free",value:function(t){var e=this.indexMap.get(t);if(e!==void 0){this.indexMap.delete(t),this.freeIndices.push(e);for(var r=e*this.TEXELS_PER_ITEM*4,i=0;i<this.TEXELS_PER_ITEM*4;i++)this.data[r+i]=0;this.markDirty(e)}}},{key:"getIndex",value:function(t){var e;return(e=this.indexMap.get(t))!==null&&e!==void 0?e:-1}},{key:"has",value:function(t){return this.indexMap.has(t)}},{key:"markDirty",value:function(t){this.dirty=!0,this.dirtyRangeStart=Math.min(this.dirtyRangeStart,t),this.dirtyRangeEnd=Math.max(this.dirtyRangeEnd,t+1)}},{key:"upload",value:function(){if(!(!this.dirty||!this.texture)){var t=this.gl,e=this.textureWidth;t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture);var r=this.dirtyRangeStart*this.TEXELS_PER_ITEM,i=Math.min(this.dirtyRangeEnd*this.TEXELS_PER_ITEM,this.capacity*this.TEXELS_PER_ITEM);if(r<i)for(var o=Math.floor(r/e),s=Math.floor((i-1)/e),l=o;l<=s;l++){var d=l*e,u=Math.min(d+e,this.capacity*this.TEXELS_PER_ITEM),c=Math.max(r,d),f=Math.min(i,u);if(c<f){var h=c-d,v=f-c,m=this.data.subarray(c*4,f*4);t.texSubImage2D(t.TEXTURE_2D,0,h,l,v,1,t.RGBA,t.FLOAT,m)}}t.bindTexture(t.TEXTURE_2D,null),this.dirty=!1,this.dirtyRangeStart=1/0,this.dirtyRangeEnd=-1}}},{key:"bind",value:function(t){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.texture)}},{key:"getTexture",value:function(){return this.texture}},{key:"getCapacity",value:function(){return this.capacity}},{key:"getTextureWidth",value:function(){return this.textureWidth}},{key:"getTextureHeight",value:function(){return this.textureHeight}},{key:"getTexelsPerItem",value:function(){return this.TEXELS_PER_ITEM}},{key:"getCount",value:function(){return this.indexMap.size}},{key:"getHighWaterMark",value:function(){return this.nextIndex}},{key:"isDirty",value:function(){return this.dirty}},{key:"clear",value:function(){this.indexMap.clear(),this.freeIndices=[],this.nextIndex=0,this.data.fill(0),this.dirty=!0,this.dirtyRangeStart=0,this.dirtyRangeEnd=this.capacity}},{key:"restore",value:function(){this.createTexture(),this.dirty=!1,this.dirtyRangeStart=1/0,this.dirtyRangeEnd=-1}},{key:"kill",value:function(){this.texture&&(this.gl.deleteTexture(this.texture),this.texture=null),this.indexMap.clear(),this.freeIndices=[]}}])})();function Ce(a){var n={},t={},e=0,r=O(a),i;try{for(r.s();!(i=r.n()).done;){var o=i.value,s=O(o.attributes),l;try{for(s.s();!(l=s.n()).done;){var d=l.value,u=d.name.replace(/^a_/,"");u in n||(n[u]=e,t[u]=d,e+=d.size)}}catch(c){s.e(c)}finally{s.f()}}}catch(c){r.e(c)}finally{r.f()}return{floatsPerItem:e,texelsPerItem:Math.max(1,Math.ceil(e/4)),offsets:n,specs:t}}var na=(function(a){function n(t,e,r){var i;return K(this,n),i=oe(this,n,[t,e.texelsPerItem,r]),i.floatsPerItem=e.floatsPerItem,i}return se(n,a),Z(n,[{key:"updateAllAttributes",value:function(e,r){var i=this.indexMap.get(e);i===void 0&&(i=this.allocate(e));for(var o=i*this.TEXELS_PER_ITEM*4,s=Math.min(r.length,this.floatsPerItem),l=0;l<s;l++)this.data[o+l]=r[l];this.markDirty(i)}},{key:"updateAllAttributesAtRow",value:function(e,r){e>=this.capacity&&this.resize(e+1);for(var i=e*this.TEXELS_PER_ITEM*4,o=Math.min(r.length,this.floatsPerItem),s=0;s<o;s++)this.data[i+s]=r[s];this.markDirty(e)}}])})(ta);function aa(a,n,t){for(var e=[],r=new Set,i=0;i<a.length;i++){var o=a[i],s=O(o.attributes),l;try{for(s.s();!(l=s.n()).done;){var d=l.value,u=d.name.replace(/^a_/,"");if(!r.has(u)){r.add(u);var c=n.offsets[u];if(c!==void 0){var f=t?.get(i);e.push({sourceKey:d.source||u,packedOffset:c,size:d.size,isColor:d.size===4&&!!d.normalized,defaultNum:typeof d.defaultValue=="number"?d.defaultValue:d.defaultValue===!0?1:0,defaultColor:typeof d.defaultValue=="string"?d.defaultValue:"",sourceIndex:i,hasLifecycleHook:!!(f!=null&&f.getAttributeData)})}}}}catch(h){s.e(h)}finally{s.f()}}return e}function ra(a,n,t,e,r,i){t.fill(0);for(var o=0,s=a.length;o<s;o++){var l=a[o],d=l.packedOffset,u=void 0;if(l.hasLifecycleHook){var c=r.get(l.sourceIndex-i);u=c.getAttributeData(n,l.sourceKey),u===null&&(u=n[l.sourceKey])}else u=n[l.sourceKey];if(l.isColor){var f=typeof u=="string"?u:l.defaultColor||e,h=Ze(f),v=J(h,4),m=v[0],b=v[1],p=v[2],g=v[3];t[d]=m/255,t[d+1]=b/255,t[d+2]=p/255,t[d+3]=g/255}else if(l.size===1)t[d]=typeof u=="number"?u:typeof u=="boolean"?u?1:0:l.defaultNum;else{var y=Array.isArray(u)?u:null;if(y)for(var T=0;T<l.size;T++){var x;t[d+T]=(x=y[T])!==null&&x!==void 0?x:0}}}}var qn=["r","g","b","a"];function Nt(a,n){var t=a.offsets,e=a.specs,r=a.texelsPerItem,i=a.floatsPerItem,o=Object.keys(t);if(o.length===0||i===0)return{fetchCode:"",varyingAssignments:""};var s=n.varPrefix,l=n.baseTexelExpr,d=n.textureWidthUniform,u=n.textureSamplerUniform,c=n.outputPrefix,f=c===void 0?"v_":c,h=[];h.push("  int ".concat(s,"BaseTexel = ").concat(l,";")),h.push("");for(var v=0;v<r;v++)h.push("  ivec2 ".concat(s,"Coord").concat(v," = ivec2((").concat(s,"BaseTexel + ").concat(v,") % ").concat(d,", (").concat(s,"BaseTexel + ").concat(v,") / ").concat(d,");")),h.push("  vec4 ".concat(s,"Texel").concat(v," = texelFetch(").concat(u,", ").concat(s,"Coord").concat(v,", 0);"));h.push("");for(var m=[],b=function(){var T=g[p],x=e[T],_=t[T],w=Math.floor(_/4),E=_%4,L="".concat(s,"Texel").concat(w),S="".concat(s,"Texel").concat(w+1),A="".concat(s,"Fetched_").concat(T);if(x.size===1)h.push("  float ".concat(A," = ").concat(L,".").concat(qn[E],";"));else if(x.size===4&&E===0)h.push("  vec4 ".concat(A," = ").concat(L,";"));else{var R=E+x.size;if(R<=4){var F="vec".concat(x.size),P=qn.slice(E,R).join("");h.push("  ".concat(F," ").concat(A," = ").concat(L,".").concat(P,";"))}else{var k=x.size===4?"vec4":"vec".concat(x.size),z=qn.slice(E).map(function(C){return"".concat(L,".").concat(C)}),G=qn.slice(0,R-4).map(function(C){return"".concat(S,".").concat(C)}),I=[].concat(X(z),X(G)).join(", ");h.push("  ".concat(k," ").concat(A," = ").concat(k,"(").concat(I,");"))}}m.push("  ".concat(f).concat(T," = ").concat(A,";"))},p=0,g=o;p<g.length;p++)b();return{fetchCode:h.join(`
`),varyingAssignments:m.join(`
`)}}function nr(a,n,t){if(!(!n||t.type==="sampler2D"))switch(t.type){case"float":a.uniform1f(n,t.value);break;case"int":case"bool":a.uniform1i(n,t.value);break;case"vec2":a.uniform2fv(n,t.value);break;case"vec3":a.uniform3fv(n,t.value);break;case"vec4":a.uniform4fv(n,t.value);break;case"mat3":a.uniformMatrix3fv(n,!1,t.value);break;case"mat4":a.uniformMatrix4fv(n,!1,t.value);break}}var ou=D(D(D(D(D(D(D(D({},WebGL2RenderingContext.BOOL,1),WebGL2RenderingContext.BYTE,1),WebGL2RenderingContext.UNSIGNED_BYTE,1),WebGL2RenderingContext.SHORT,2),WebGL2RenderingContext.UNSIGNED_SHORT,2),WebGL2RenderingContext.INT,4),WebGL2RenderingContext.UNSIGNED_INT,4),WebGL2RenderingContext.FLOAT,4);function Yn(a){var n=a.match(/^(#version[^\n]*\n)/);return n?n[1]+`#define PICKING_MODE
`+a.slice(n[1].length):`#define PICKING_MODE
`+a}var ct=(function(){function a(n,t,e){K(this,a),D(this,"floats",new Float32Array),D(this,"ints",new Uint32Array),D(this,"constantArray",new Float32Array),D(this,"capacity",0),D(this,"verticesCount",0),D(this,"bufferGeneration",0),D(this,"uploadedGeneration",new Map),D(this,"constantBufferGeneration",0),D(this,"uploadedConstantGeneration",new Map),D(this,"renderOffset",0),D(this,"renderCount",-1),D(this,"debugStats",{drawCalls:0,verticesDrawn:0,bufferUploadBytes:0}),D(this,"shadersLogged",!1),D(this,"pickProgram",null);var r=this.getDefinition();if(this.VERTICES=r.VERTICES,this.VERTEX_SHADER_SOURCE=r.VERTEX_SHADER_SOURCE,this.FRAGMENT_SHADER_SOURCE=r.FRAGMENT_SHADER_SOURCE,this.UNIFORMS=r.UNIFORMS,this.ATTRIBUTES=r.ATTRIBUTES,this.METHOD=r.METHOD,this.CONSTANT_ATTRIBUTES="CONSTANT_ATTRIBUTES"in r?r.CONSTANT_ATTRIBUTES:[],this.CONSTANT_DATA="CONSTANT_DATA"in r?r.CONSTANT_DATA:[],this.isInstanced="CONSTANT_ATTRIBUTES"in r,this.ATTRIBUTES_ITEMS_COUNT=qa(this.ATTRIBUTES),this.STRIDE=this.VERTICES*this.ATTRIBUTES_ITEMS_COUNT,this.renderer=e,this.normalProgram=this.getProgramInfo("normal",n,r.VERTEX_SHADER_SOURCE,r.FRAGMENT_SHADER_SOURCE,null),this.pickProgram=this.getProgramInfo("pick",n,Yn(r.VERTEX_SHADER_SOURCE),Yn(r.FRAGMENT_SHADER_SOURCE),null),this.isInstanced){var i=qa(this.CONSTANT_ATTRIBUTES);if(this.CONSTANT_DATA.length!==this.VERTICES)throw new Error("Program: error while getting constant data (expected ".concat(this.VERTICES," items, received ").concat(this.CONSTANT_DATA.length," instead)"));this.constantArray=new Float32Array(this.CONSTANT_DATA.length*i);for(var o=0;o<this.CONSTANT_DATA.length;o++){var s=this.CONSTANT_DATA[o];if(s.length!==i)throw new Error("Program: error while getting constant data (one vector has ".concat(s.length," items instead of ").concat(i,")"));for(var l=0;l<s.length;l++)this.constantArray[o*i+l]=s[l]}this.STRIDE=this.ATTRIBUTES_ITEMS_COUNT}}return Z(a,[{key:"kill",value:function(){Ui(this.normalProgram),this.pickProgram&&Ui(this.pickProgram)}},{key:"resetDebugStats",value:function(){this.debugStats.drawCalls=0,this.debugStats.verticesDrawn=0,this.debugStats.bufferUploadBytes=0}},{key:"getProgramInfo",value:function(t,e,r,i,o){var s=e.createBuffer();if(s===null)throw new Error("Program: error while creating the WebGL buffer.");var l=Ka(e,r),d=Za(e,i),u=Qa(e,[l,d]),c={};this.UNIFORMS.forEach(function(v){var m=e.getUniformLocation(u,v);m&&(c[v]=m)});var f={};this.ATTRIBUTES.forEach(function(v){f[v.name]=e.getAttribLocation(u,v.name)});var h;if(this.isInstanced&&(this.CONSTANT_ATTRIBUTES.forEach(function(v){f[v.name]=e.getAttribLocation(u,v.name)}),h=e.createBuffer(),h===null))throw new Error("Program: error while creating the WebGL constant buffer.");return{name:t,program:u,gl:e,frameBuffer:o,buffer:s,constantBuffer:h||{},uniformLocations:c,attributeLocations:f,isPicking:t==="pick",vertexShader:l,fragmentShader:d}}},{key:"bindProgram",value:function(t){var e=this,r=0,i=t.gl,o=t.buffer;if(this.isInstanced){if(i.bindBuffer(i.ARRAY_BUFFER,t.constantBuffer),r=0,this.CONSTANT_ATTRIBUTES.forEach(function(u){return r+=e.bindAttribute(u,t,r,!1)}),this.uploadedConstantGeneration.get(t.constantBuffer)!==this.constantBufferGeneration){var l;i.bufferData(i.ARRAY_BUFFER,this.constantArray,i.STATIC_DRAW),this.uploadedConstantGeneration.set(t.constantBuffer,this.constantBufferGeneration),(l=this.renderer)!==null&&l!==void 0&&l.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.constantArray.byteLength)}if(i.bindBuffer(i.ARRAY_BUFFER,t.buffer),r=this.renderOffset*this.ATTRIBUTES_ITEMS_COUNT*Float32Array.BYTES_PER_ELEMENT,this.ATTRIBUTES.forEach(function(u){return r+=e.bindAttribute(u,t,r,!0)}),this.uploadedGeneration.get(o)!==this.bufferGeneration){var d;i.bufferData(i.ARRAY_BUFFER,this.floats,i.DYNAMIC_DRAW),this.uploadedGeneration.set(o,this.bufferGeneration),(d=this.renderer)!==null&&d!==void 0&&d.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.floats.byteLength)}}else if(i.bindBuffer(i.ARRAY_BUFFER,o),r=0,this.ATTRIBUTES.forEach(function(u){return r+=e.bindAttribute(u,t,r)}),this.uploadedGeneration.get(o)!==this.bufferGeneration){var s;i.bufferData(i.ARRAY_BUFFER,this.floats,i.DYNAMIC_DRAW),this.uploadedGeneration.set(o,this.bufferGeneration),(s=this.renderer)!==null&&s!==void 0&&s.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.floats.byteLength)}i.bindBuffer(i.ARRAY_BUFFER,null)}},{key:"unbindProgram",value:function(t){var e=this;this.isInstanced?(this.CONSTANT_ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t,!1)}),this.ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t,!0)})):this.ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t)})}},{key:"bindAttribute",value:function(t,e,r,i){var o=ou[t.type];if(typeof o!="number")throw new Error('Program.bind: yet unsupported attribute type "'.concat(t.type,'"'));var s=e.attributeLocations[t.name],l=e.gl;if(s!==-1){l.enableVertexAttribArray(s);var d=this.isInstanced?(i?this.ATTRIBUTES_ITEMS_COUNT:qa(this.CONSTANT_ATTRIBUTES))*Float32Array.BYTES_PER_ELEMENT:this.ATTRIBUTES_ITEMS_COUNT*Float32Array.BYTES_PER_ELEMENT;l.vertexAttribPointer(s,t.size,t.type,t.normalized||!1,d,r),this.isInstanced&&i&&l.vertexAttribDivisor(s,1)}return t.size*o}},{key:"unbindAttribute",value:function(t,e,r){var i=e.attributeLocations[t.name],o=e.gl;i!==-1&&(o.disableVertexAttribArray(i),this.isInstanced&&r&&o.vertexAttribDivisor(i,0))}},{key:"reallocate",value:function(t){t!==this.capacity&&(this.capacity=t,this.verticesCount=this.VERTICES*t,this.floats=new Float32Array(this.isInstanced?this.capacity*this.ATTRIBUTES_ITEMS_COUNT:this.verticesCount*this.ATTRIBUTES_ITEMS_COUNT),this.ints=new Uint32Array(this.floats.buffer),this.invalidateBuffers())}},{key:"invalidateBuffers",value:function(){this.bufferGeneration++,this.constantBufferGeneration++}},{key:"hasNothingToRender",value:function(){return this.verticesCount===0}},{key:"setTypedUniform",value:function(t,e){var r;nr(e.gl,(r=e.uniformLocations[t.name])!==null&&r!==void 0?r:null,t)}},{key:"renderProgram",value:function(t,e){var r=e.gl,i=e.program,o=e.isPicking;o?r.disable(r.BLEND):r.enable(r.BLEND),r.useProgram(i),this.setUniforms(t,e),this.drawWebGL(this.METHOD,e)}},{key:"render",value:function(t,e,r){var i;if(!this.shadersLogged&&(i=this.renderer)!==null&&i!==void 0&&i.getSetting("DEBUG_logShaders")&&(this.shadersLogged=!0,console.log("[sigma] DEBUG_logShaders: ".concat(this.constructor.name),{normal:{vertexShaderSource:this.VERTEX_SHADER_SOURCE,fragmentShaderSource:this.FRAGMENT_SHADER_SOURCE},pick:{vertexShaderSource:Yn(this.VERTEX_SHADER_SOURCE),fragmentShaderSource:Yn(this.FRAGMENT_SHADER_SOURCE)}})),!this.hasNothingToRender()){this.renderOffset=e??0,this.renderCount=r??-1;var o=this.normalProgram.gl;if(o.bindFramebuffer(o.FRAMEBUFFER,null),o.viewport(0,0,t.width*t.pixelRatio,t.height*t.pixelRatio),this.bindProgram(this.normalProgram),this.renderProgram(t,this.normalProgram),this.unbindProgram(this.normalProgram),this.pickProgram&&t.pickingFrameBuffer){var s=Math.ceil(t.width*t.pixelRatio/t.downSizingRatio),l=Math.ceil(t.height*t.pixelRatio/t.downSizingRatio);o.bindFramebuffer(o.FRAMEBUFFER,t.pickingFrameBuffer),o.viewport(0,0,s,l),this.bindProgram(this.pickProgram),this.renderProgram(t,this.pickProgram),this.unbindProgram(this.pickProgram),o.bindFramebuffer(o.FRAMEBUFFER,null),o.viewport(0,0,t.width*t.pixelRatio,t.height*t.pixelRatio)}}}},{key:"drawWebGL",value:function(t,e){var r,i=e.gl,o=this.renderCount>=0?this.renderCount:this.capacity;(r=this.renderer)!==null&&r!==void 0&&r.getSetting("DEBUG_logRenderStats")&&(this.debugStats.drawCalls++,this.debugStats.verticesDrawn+=o*this.VERTICES),this.isInstanced?i.drawArraysInstanced(t,0,this.VERTICES,o):i.drawArrays(t,this.renderOffset*this.VERTICES,o*this.VERTICES)}}])})(),tt=2,cn=7,so={below:0,above:1,left:2,right:3};function su(){var a=`#version 300 es
precision highp float;

uniform mat3 u_matrix;
uniform vec2 u_resolution;
uniform float u_labelPixelSnapping;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
uniform float u_pixelRatio;
uniform float u_labelMargin;
uniform float u_zoomLabelSizeRatio;

uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_nodeFrameTexture;
uniform int u_nodeFrameTextureWidth;

// Atlas size is fixed at 2048×2048 — matches AttachmentManager.ATLAS_SIZE.
uniform sampler2D u_atlasTexture;
const vec2 u_atlasSize = vec2(2048.0);

// Per-instance
in float a_nodeIndex;           // node-data texture index
in vec4 a_atlasRect;            // x, y, width, height in atlas pixels
in vec2 a_attachmentSize;       // attachment dimensions (CSS px)
in float a_positionMode;        // label position: 0=right 1=left 2=above 3=below 4=over
in float a_attachmentPlacement; // 0=below 1=above 2=left 3=right (relative to label)
in float a_labelWidth;          // label width (CSS px)
in float a_labelHeight;         // label height: font line box (CSS px)
in float a_textHeight;          // actual glyph height (CSS px)
in float a_labelAngle;          // label rotation angle (radians)

// Per-vertex (constant)
in vec2 a_quadCorner;           // [-1,-1], [1,-1], [-1,1], [1,1]

out vec2 v_texCoord;

`.concat(je,`
`).concat(ut,`
`).concat(Mt,`
`).concat(io,`
`).concat(ao,`

void main() {
  int nodeIdx = int(a_nodeIndex);

  // Node data: (x, y, size, shapeId).
  vec4 nodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  vec2 nodePos = nodeData.xy;
  float nodeSize = nodeData.z;

  // Normalized edge distance from the shared frame texture (the frame-pass ran
  // the SDF search once; we just read the result).
  float edgeDist = readFrameTexel(u_nodeFrameTexture, u_nodeFrameTextureWidth, nodeIdx).r;

  // Per-node label rotation alignment: 0 = viewport, 1 = label turns with camera.
  float labelRotation = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx).g;

  vec3 nodeClip = u_matrix * vec3(nodePos, 1.0);

  // Node radius in physical pixels (matches label/background).
  float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
  float nodeRadiusGraphSpace = nodeSize * u_correctionRatio / u_sizeRatio * 2.0;
  float nodeRadiusPixels = nodeRadiusGraphSpace * matrixScaleX * u_resolution.x / 2.0;

  // CSS-px inputs -> physical px, scaled by the zoom-dependent label ratio, so
  // the attachment stays glued to the label box exactly as the label scales.
  float zoomScale = u_zoomLabelSizeRatio;
  vec2 labelHalf = vec2(a_labelWidth, a_labelHeight) * 0.5 * zoomScale * u_pixelRatio;
  vec2 attachHalf = a_attachmentSize * 0.5 * zoomScale * u_pixelRatio;
  float gap = `).concat(tt.toFixed(1),` * zoomScale * u_pixelRatio;
  float labelMargin = u_labelMargin * zoomScale * u_pixelRatio;

  // Graph-aligned labels add the camera angle so the attachment orbits with the box.
  mat2 labelRotMat = rotate2D(a_labelAngle - labelRotation * u_cameraAngle);

  // Label box center relative to the node center (pre-rotation). The shape-aware
  // edge distance comes from the frame texture, so placement matches the label.
  vec2 boxCenter = vec2(0.0);
  if (a_positionMode < 4.0) {
    float labelStart = nodeRadiusPixels * edgeDist + labelMargin;
    float textHalf = a_textHeight * 0.5 * zoomScale * u_pixelRatio;
    boxCenter = labelBoxCenter(a_positionMode, labelStart, labelHalf, textHalf);
  }

  // Horizontal anchor of below/above attachments tracks the label position, so
  // the attachment hangs from the label edge nearest the node (or is centered
  // when the label itself is node-centered): right->left, left->right, else center.
  float anchorX = 0.0;
  if (a_positionMode < 0.5) anchorX = -labelHalf.x + attachHalf.x;       // right label
  else if (a_positionMode < 1.5) anchorX = labelHalf.x - attachHalf.x;   // left label

  // Attachment center relative to the box (pre-rotation, Y-down). This offset
  // depends only on the box, the gap and the attachment size — never the shape.
  vec2 attachCenter;
  if (a_attachmentPlacement < 0.5) {
    // below
    attachCenter = boxCenter + vec2(anchorX, labelHalf.y + gap + attachHalf.y);
  } else if (a_attachmentPlacement < 1.5) {
    // above
    attachCenter = boxCenter + vec2(anchorX, -(labelHalf.y + gap + attachHalf.y));
  } else if (a_attachmentPlacement < 2.5) {
    // left, top-aligned
    attachCenter = boxCenter + vec2(-(labelHalf.x + gap + attachHalf.x), -labelHalf.y + attachHalf.y);
  } else {
    // right, top-aligned
    attachCenter = boxCenter + vec2(labelHalf.x + gap + attachHalf.x, -labelHalf.y + attachHalf.y);
  }

  // Rotate the whole assembly by the label angle, around the node center.
  vec2 rotatedCenter = labelRotMat * attachCenter;
  vec2 cornerOffset = labelRotMat * (a_quadCorner * attachHalf);

  // Node center in screen px (Y-down).
  vec2 nodeScreen = vec2(
    (nodeClip.x + 1.0) * u_resolution.x,
    (1.0 - nodeClip.y) * u_resolution.y
  ) * 0.5;

  // Snap node center to the pixel grid so label/backdrop/attachment move as one.
  vec2 snapDelta = (round(nodeScreen) - nodeScreen) * u_labelPixelSnapping;

  // Snap the quad's top-left to integer pixels so atlas texels map 1:1.
  vec2 centerScreen = nodeScreen + rotatedCenter + snapDelta;
  vec2 topLeft = centerScreen - attachHalf;
  topLeft = mix(topLeft, round(topLeft), u_labelPixelSnapping);
  centerScreen = topLeft + attachHalf;

  vec2 vertexScreen = centerScreen + cornerOffset;
  gl_Position = vec4(
    vertexScreen.x * 2.0 / u_resolution.x - 1.0,
    1.0 - vertexScreen.y * 2.0 / u_resolution.y,
    0.0, 1.0
  );

  vec2 texOrigin = a_atlasRect.xy / u_atlasSize;
  vec2 texSize = a_atlasRect.zw / u_atlasSize;
  vec2 uv = (a_quadCorner + 1.0) / 2.0;
  v_texCoord = texOrigin + uv * texSize;
}
`);return a}var lu=`#version 300 es
precision highp float;

uniform sampler2D u_atlasTexture;

in vec2 v_texCoord;

layout(location = 0) out vec4 fragColor;
#ifdef PICKING_MODE
layout(location = 1) out vec4 pickColor;
#endif

void main() {
  // Canvas textures are premultiplied; output directly for (ONE, 1-SRC_ALPHA) blending
  vec4 color = texture(u_atlasTexture, v_texCoord);
  if (color.a < 0.01) discard;
  fragColor = color;
#ifdef PICKING_MODE
  pickColor = vec4(0.0); // Attachments are not pickable
#endif
}
`;function du(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Gt,d=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},u=su(),c=lu,f=(function(h){function v(){var m;K(this,v);for(var b=arguments.length,p=new Array(b),g=0;g<b;g++)p[g]=arguments[g];return m=oe(this,v,[].concat(p)),D(m,"totalCount",0),D(m,"bufferCapacity",0),m}return se(v,h),Z(v,[{key:"getDefinition",value:function(){var b=WebGL2RenderingContext,p=b.FLOAT,g=b.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:u,FRAGMENT_SHADER_SOURCE:c,METHOD:g,UNIFORMS:["u_matrix","u_resolution","u_labelPixelSnapping","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_atlasTexture"],ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:p},{name:"a_atlasRect",size:4,type:p},{name:"a_attachmentSize",size:2,type:p},{name:"a_positionMode",size:1,type:p},{name:"a_attachmentPlacement",size:1,type:p},{name:"a_labelWidth",size:1,type:p},{name:"a_labelHeight",size:1,type:p},{name:"a_textHeight",size:1,type:p},{name:"a_labelAngle",size:1,type:p}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:p}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processAttachment",value:function(b,p){var g=this.floats,y=b*this.STRIDE;g[y++]=p.nodeIndex,g[y++]=p.atlasX,g[y++]=p.atlasY,g[y++]=p.atlasW,g[y++]=p.atlasH,g[y++]=p.attachWidth,g[y++]=p.attachHeight,g[y++]=p.positionMode,g[y++]=p.attachmentPlacement,g[y++]=p.labelWidth,g[y++]=p.labelHeight,g[y++]=p.textHeight,g[y++]=p.labelAngle}},{key:"setUniforms",value:function(b,p){var g=p.gl,y=p.uniformLocations;g.uniformMatrix3fv(y.u_matrix,!1,b.matrix),g.uniform2f(y.u_resolution,b.width*b.pixelRatio,b.height*b.pixelRatio),g.uniform1f(y.u_labelPixelSnapping,b.labelPixelSnapping),g.uniform1f(y.u_sizeRatio,b.sizeRatio),g.uniform1f(y.u_correctionRatio,b.correctionRatio),g.uniform1f(y.u_cameraAngle,b.cameraAngle),g.uniform1f(y.u_pixelRatio,b.pixelRatio),g.uniform1f(y.u_labelMargin,v.labelMargin),g.uniform1f(y.u_zoomLabelSizeRatio,1/d(b.zoomRatio)),g.uniform1i(y.u_nodeDataTexture,b.nodeDataTextureUnit),g.uniform1i(y.u_nodeDataTextureWidth,b.nodeDataTextureWidth),g.uniform1i(y.u_nodeFrameTexture,b.nodeFrameTextureUnit),g.uniform1i(y.u_nodeFrameTextureWidth,b.nodeFrameTextureWidth),g.uniform1i(y.u_atlasTexture,cn)}},{key:"reallocateAttachments",value:function(b){this.totalCount=b,b>this.bufferCapacity&&(this.bufferCapacity=Math.max(b,Math.ceil(this.bufferCapacity*1.5)||10),fe(v,"reallocate",this,3)([this.bufferCapacity]))}},{key:"hasNothingToRender",value:function(){return this.totalCount===0}},{key:"drawWebGL",value:function(b,p){var g=p.gl;this.totalCount!==0&&g.drawArraysInstanced(b,0,this.VERTICES,this.totalCount)}}])})(ct);return D(f,"labelMargin",l),new f(a,n,t)}var Je=5;function ia(a,n){return[].concat(X(n),X(a.map(function(t){var e;return{attributes:(e=t.attributes)!==null&&e!==void 0?e:[]}})))}function Bt(a,n){var t=Ce(ia(a,n)),e=new Set(a.flatMap(function(d){var u;return(u=d.attributes)!==null&&u!==void 0?u:[]}).map(function(d){return d.name.replace(/^a_/,"")})),r={},i={},o=O(e),s;try{for(o.s();!(s=o.n()).done;){var l=s.value;r[l]=t.offsets[l],i[l]=t.specs[l]}}catch(d){o.e(d)}finally{o.f()}return U(U({},t),{},{offsets:r,specs:i})}function uu(a,n){var t=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_pickingPadding","u_nodeDataTexture","u_layerAttributeTexture"]),e=new Set,r=a.flatMap(function(h){return h.uniforms}).filter(function(h){return t.has(h.name)||e.has(h.name)?!1:(e.add(h.name),!0)}).map(function(h){return"uniform ".concat(h.type," ").concat(h.name,";")}).join(`
`),i=n.flatMap(function(h){return h.uniforms}).filter(function(h){return t.has(h.name)||e.has(h.name)?!1:(e.add(h.name),!0)}).map(function(h){return"uniform ".concat(h.type," ").concat(h.name,";")}).join(`
`),o=ia(a,n),s=new Set,l=o.flatMap(function(h){return h.attributes}).filter(function(h){var v=h.name.replace(/^a_/,"");return s.has(v)?!1:(s.add(v),!0)}).map(function(h){var v=h.name.replace(/^a_/,""),m=h.size===1?"float":"vec".concat(h.size);return"out ".concat(m," v_").concat(v,";")}).join(`
`),d=Nt(Ce(o),{varPrefix:"layer",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),u=d.fetchCode,c=d.varyingAssignments,f=`#version 300 es

// Standard node attributes (per instance) - minimal buffer usage
in float a_nodeIndex;  // Index into node data texture AND layer attribute texture
in vec4 a_id;          // Node ID for picking
in float a_opacity;    // Node opacity, applied once to the final fragment

// Constant attributes (per vertex, same for all instances)
in vec2 a_quadCorner;  // (-1,-1), (1,-1), (1,1), (-1,1) for quad corners

// Standard uniforms
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
#ifdef PICKING_MODE
uniform float u_pickingPadding;
#endif
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;

// Layer attribute texture uniforms
uniform sampler2D u_layerAttributeTexture;
uniform int u_layerAttributeTextureWidth;
uniform int u_layerAttributeTexelsPerNode;

`.concat(r,`
`).concat(i,`

// Standard varyings
out vec2 v_uv;                    // Normalized coordinates [-1, 1]
out vec4 v_id;
out float v_opacity;
out float v_antialiasingWidth;    // Width for antialiasing in UV space
out float v_pixelSize;            // Node size in pixels (for pixel-mode borders)
out float v_pixelToUV;            // Conversion factor: multiply by this to convert screen pixels to UV units
out float v_shapeId;              // Shape ID for multi-shape programs

// Layer varyings
`).concat(l,`

// Node-data fetch helpers (geometry texel + rotation-flags texel)
`).concat(je,`
`).concat(ut,`

void main() {
  // Fetch node geometry: vec4(x, y, size, shapeId).
  int nodeIdx = int(a_nodeIndex);

  // Hidden nodes are flagged with a negative row by NodeProgram.process(). Push
  // the whole quad outside the clip volume: every vertex lands at the same
  // out-of-range position, so the primitive is fully clipped and rasterizes
  // nothing — neither to the frame buffer nor to the picking buffer.
  if (nodeIdx < 0) {
    gl_Position = vec4(2.0, 0.0, 0.0, 1.0);
    v_id = vec4(0.0);
    return;
  }

  vec4 nodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  vec2 a_position = nodeData.xy;
  float a_size = nodeData.z;
  v_shapeId = nodeData.w;  // Pass shape ID to fragment shader

  // Per-node rotation alignment: 0 = viewport (screen-upright), 1 = graph.
  float nodeRotation = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx).r;

`).concat(u,`

  // Calculate the actual size in pixels
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;

  // In PICKING_MODE, inflate the quad by nodePickingPadding pixels on each side
  #ifdef PICKING_MODE
    float paddedSize = size + u_pickingPadding * u_correctionRatio;
    vec2 offset = a_quadCorner * paddedSize;
  #else
    vec2 offset = a_quadCorner * size;
  #endif
  // Counter-rotate the quad offset so viewport-aligned nodes stay upright as the
  // camera turns. Graph-aligned nodes (nodeRotation=1) skip it and turn with the
  // camera. The angle scales by (1 - nodeRotation) so both fall out of one path.
  {
    float ca = u_cameraAngle * (1.0 - nodeRotation);
    float c = cos(ca);
    float s = sin(ca);
    offset = mat2(c, s, -s, c) * offset;
  }
  vec2 position = a_position + offset;

  gl_Position = vec4(
    (u_matrix * vec3(position, 1)).xy,
    0,
    1
  );

  // In PICKING_MODE, UV is scaled beyond [-1, 1] to match the inflated quad
  #ifdef PICKING_MODE
    v_uv = a_quadCorner * (paddedSize / size);
  #else
    v_uv = a_quadCorner;
  #endif

  // Pass ID to fragment shader
  v_id = a_id;
  v_opacity = a_opacity;

  // Pass pixel size for layers that need pixel-mode calculations
  // Multiply by 2 because 'size' is half-width (offset from center), not full diameter
  v_pixelSize = size * 2.0;

  // Conversion factor from screen pixels to UV units
  // Same derivation as v_antialiasingWidth which represents ~1 pixel in UV space
  // P pixels in UV space = P * u_correctionRatio / size
  v_pixelToUV = u_correctionRatio / size;

  // We use an antialiasing width of 1px (so v_pixelToUV)
  v_antialiasingWidth = v_pixelToUV;

  // Pass layer attributes to fragment shader (fetched from texture)
`).concat(c,`
}
`);return f}function cu(a,n,t){var e=arguments.length>3&&arguments[3]!==void 0?arguments[3]:!0,r=n.map(function(v,m){var b="layer_".concat(v.name),p=[].concat(X(v.attributes.map(function(g){return"v_".concat(g.name.replace(/^a_/,""))})),X(v.uniforms.map(function(g){return g.name}))).join(", ");return"  // Layer ".concat(m+1,": ").concat(v.name,`
  color = blendOver(color, `).concat(b,"(").concat(p,"));")}).join(`

`),i=new Set(["u_correctionRatio"]),o=new Set,s=a.flatMap(function(v){return v.uniforms}).filter(function(v){return i.has(v.name)||o.has(v.name)?!1:(o.add(v.name),!0)}).map(function(v){return"uniform ".concat(v.type," ").concat(v.name,";")}).join(`
`),l=n.flatMap(function(v){return v.uniforms}).filter(function(v){return i.has(v.name)||o.has(v.name)?!1:(o.add(v.name),!0)}).map(function(v){return"uniform ".concat(v.type," ").concat(v.name,";")}).join(`
`),d=new Set,u=ia(a,n).flatMap(function(v){return v.attributes}).filter(function(v){var m=v.name.replace(/^a_/,"");return d.has(m)?!1:(d.add(m),!0)}).map(function(v){var m=v.name.replace(/^a_/,""),b=v.size===1?"float":"vec".concat(v.size);return"in ".concat(b," v_").concat(m,";")}).join(`
`),c=Ja(a),f=Yd(a,t),h=`#version 300 es
precision highp float;

// Standard varyings
in vec2 v_uv;
in vec4 v_id;
in float v_opacity;
in float v_antialiasingWidth;
in float v_pixelSize;
in float v_pixelToUV;
in float v_shapeId;  // Shape ID for multi-shape programs

// Standard uniforms (needed for some layer calculations like pixel-mode borders)
uniform float u_correctionRatio;
#ifdef PICKING_MODE
uniform float u_pickingPadding;
#endif

// Shape uniforms
`.concat(s,`

// Layer uniforms
`).concat(l,`

// Layer varyings
`).concat(u,`

// Fragment output (single target - picking handled via separate pass)
out vec4 fragColor;

// LayerContext struct - provides rendering context to all layers
struct LayerContext {
  float sdf;             // Signed distance from shape boundary (negative inside)
  vec2 uv;               // UV coordinates [-1, 1], center at (0,0)
  float shapeSize;       // Effective shape size (~diameter) in UV space (1.0 - aaWidth)
  float shapeHalfSize;   // Effective shape half size (~radius) in UV space
  float pixelSize;       // Node full size (~diameter) in screen pixels
  float aaWidth;         // Anti-aliasing width for smooth transitions
  float correctionRatio; // Scaling factor for consistent rendering across zoom levels
  float pixelToUV;       // Conversion factor: multiply screen pixels by this to get UV units
  float inradiusFactor;  // Ratio of inradius to circumradius (shape depth factor)
};

LayerContext context;  // Global instance, populated before layer calls

// Alpha "over" compositing for layer blending
vec4 blendOver(vec4 bg, vec4 fg) {
  float a = fg.a;
  return vec4(mix(bg.rgb, fg.rgb, a), bg.a + a * (1.0 - bg.a));
}

// SDF shape functions
`).concat(c,`

// Shape selector function (sets context.sdf and context.inradiusFactor)
`).concat(f,`

// Layer functions
`).concat(n.map(function(v){return v.glsl}).join(`

`),`

void main() {
  // 1. Setup LayerContext (available to all layer functions)
  context.shapeSize = 1.0 - v_antialiasingWidth;
  context.shapeHalfSize = context.shapeSize * 0.5;
  context.pixelSize = v_pixelSize;
  context.uv = v_uv;
  context.aaWidth = v_antialiasingWidth;
  context.correctionRatio = u_correctionRatio;
  context.pixelToUV = v_pixelToUV;

  // Query shape SDF based on shapeId (sets context.sdf and context.inradiusFactor)
  queryNodeSDF(int(v_shapeId), v_uv, context.shapeSize);

  // 2. Early discard for pixels fully outside the shape (with AA margin)
  // In PICKING_MODE, allow extra fragments up to the picking padding distance
  #ifdef PICKING_MODE
    if (context.sdf > u_pickingPadding * v_pixelToUV + context.aaWidth) discard;
  #else
    if (context.sdf > context.aaWidth) discard;
  #endif

  // 3. Apply layers sequentially with "over" compositing
  vec4 color = vec4(0.0);

`).concat(r,`

  #ifdef PICKING_MODE
    // Picking pass: output node ID for pixels within the picking area.
    if (context.sdf > u_pickingPadding * v_pixelToUV) discard;
    fragColor = v_id;
  #else
`).concat(e?`    // Visual pass: apply antialiasing at shape boundary, node opacity once
    // smoothstep provides smooth transition from opaque to transparent
    float alpha = smoothstep(context.aaWidth, -context.aaWidth, context.sdf) * v_opacity;`:`    // Visual pass: hard-edged (no anti-aliasing gradient) shape boundary, node opacity applied once
    float alpha = (context.sdf < 0.0 ? 1.0 : 0.0) * v_opacity;`,`
    // Mix with transparent to fade both color AND alpha together (avoids bright halo)
    fragColor = mix(vec4(0.0), color, alpha);
  #endif
}
`);return h}function hu(a,n){var t=new Set;return t.add("u_matrix"),t.add("u_sizeRatio"),t.add("u_correctionRatio"),t.add("u_cameraAngle"),t.add("u_pickingPadding"),t.add("u_nodeDataTexture"),t.add("u_nodeDataTextureWidth"),t.add("u_layerAttributeTexture"),t.add("u_layerAttributeTextureWidth"),t.add("u_layerAttributeTexelsPerNode"),a.forEach(function(e){e.uniforms.forEach(function(r){return t.add(r.name)})}),n.forEach(function(e){e.uniforms.forEach(function(r){return t.add(r.name)})}),Array.from(t)}function fu(a){var n=WebGL2RenderingContext,t=n.UNSIGNED_BYTE,e=n.FLOAT;return[{name:"a_nodeIndex",size:1,type:e},{name:"a_id",size:4,type:t,normalized:!0},{name:"a_opacity",size:1,type:e}]}function Hi(a){var n=a.shapes,t=a.layers,e=a.shapeGlobalIds,r=a.antialias,i=r===void 0?!0:r;return{vertexShader:uu(n,t),fragmentShader:cu(n,t,e,i),uniforms:hu(n,t),attributes:fu()}}function lo(a,n,t){var e=Bt(a,n),r=e.specs;return Object.keys(r).map(function(i){return"flat ".concat(t," ").concat(r[i].size===1?"float":"vec".concat(r[i].size)," v_").concat(i,";")}).join(`
`)}function gu(a){var n,t,e=a.shapes,r=a.layers,i=a.shapeGlobalIds,o=Nt(Bt(e,r),{varPrefix:"nodeAttr",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),s=e.length===1?"float inradiusFactor = ".concat(de((n=e[0].inradiusFactor)!==null&&n!==void 0?n:1),";"):"float inradiusFactor = ".concat(de((t=e[0].inradiusFactor)!==null&&t!==void 0?t:1),`;
  switch (int(shapeId)) {
`).concat(e.map(function(d,u){var c,f=i?i[u]:u;return"    case ".concat(f,": inradiusFactor = ").concat(de((c=d.inradiusFactor)!==null&&c!==void 0?c:1),"; break;")}).join(`
`),`
    default: break;
  }`),l=`#version 300 es

in float a_nodeIndex;
in float a_labelWidth;
in float a_labelHeight;
in float a_textHeight;
in float a_positionMode;
in float a_labelAngle;
in vec4 a_backdropColor;
in vec4 a_backdropShadowColor;
in float a_backdropShadowBlur;
in float a_backdropPadding;
in vec4 a_backdropBorderColor;
in vec4 a_backdropExtra; // [borderWidth, cornerRadius, labelPadding, area]
in vec2 a_labelBoxOffset;
in vec2 a_quadCorner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
uniform vec2 u_resolution;
uniform float u_pixelRatio;
uniform float u_labelMargin;
uniform float u_zoomLabelSizeRatio;
uniform float u_labelPixelSnapping;
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_nodeFrameTexture;
uniform int u_nodeFrameTextureWidth;
uniform sampler2D u_layerAttributeTexture;
uniform int u_layerAttributeTextureWidth;
uniform int u_layerAttributeTexelsPerNode;

out vec2 v_uv;
out vec2 v_nodeCenter;
out float v_nodeRadius;
out vec2 v_labelCenter;
out vec2 v_labelHalfSize;
out float v_aaWidth;
out float v_shapeId;
out float v_nodeRotation;
out float v_labelAngle;
out vec4 v_backdropColor;
out vec4 v_backdropShadowColor;
out float v_backdropShadowBlur;
out float v_backdropPadding;
out vec4 v_backdropBorderColor;
out float v_backdropBorderWidth;
out float v_backdropCornerRadius;
out float v_backdropArea;
`.concat(lo(e,r,"out"),`

`).concat(je,`
`).concat(ut,`
`).concat(Mt,`

void main() {
  int nodeIdx = int(a_nodeIndex);
`).concat(o.fetchCode,`
`).concat(o.varyingAssignments,`

  // Node data: (x, y, size, shapeId). shapeId (global) is forwarded to the
  // fragment shader, which keeps the shape SDF for the outline.
  vec4 nodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  vec2 nodePosition = nodeData.xy;
  float nodeSize = nodeData.z;
  float shapeId = nodeData.w;

  // Per-node rotation alignment (0 = viewport, 1 = graph). nodeRotation drives
  // the fragment's shape outline; labelRotation turns the label box with camera.
  vec4 nodeFlags = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  float nodeRotation = nodeFlags.r;
  float labelRotation = nodeFlags.g;
  v_nodeRotation = nodeRotation;

  `).concat(no,`
  // CSS pixel attributes are multiplied by u_pixelRatio to match nodeRadiusPixels,
  // which is already in physical pixels (nodeRadiusNDC * u_resolution.x / 2.0).
  float padding = a_backdropPadding * u_pixelRatio;
  float shadowBlur = a_backdropShadowBlur * u_pixelRatio;
  // Unpack a_backdropExtra: [borderWidth, cornerRadius, labelPadding, area]
  float borderWidth = a_backdropExtra.x * u_pixelRatio;
  float cornerRadius = a_backdropExtra.y * u_pixelRatio;
  float labelPad = a_backdropExtra.z * u_pixelRatio;
  float backdropArea = a_backdropExtra.w;
  // Use 2x shadowBlur so the Gaussian fully decays before the quad edge
  float totalExpansion = shadowBlur * 2.0 + borderWidth;
  float enlargedRadius = nodeRadiusPixels + padding;

  // Circumscribed radius for the quad bounds. Non-circular shapes reach past
  // their inradius out to their circumradius (= enlargedRadius / inradiusFactor),
  // in any direction once rotated. The axis-aligned quad must contain that, or
  // the fill/shadow gets clipped (square corners, triangle tip, etc.).
  `).concat(s,`
  float boundRadius = enlargedRadius / inradiusFactor;

  // Apply zoom-dependent label size scaling
  float zoomScale = u_zoomLabelSizeRatio;
  float labelW = a_labelWidth * zoomScale * u_pixelRatio;
  float labelH = a_labelHeight * zoomScale * u_pixelRatio;
  float labelMargin = u_labelMargin * zoomScale * u_pixelRatio;

  // Only apply labelPad when a label is actually present
  float effectiveLabelPad = labelW > 0.0 ? labelPad : 0.0;
  vec2 labelHalfSize = vec2(labelW * 0.5 + effectiveLabelPad, labelH * 0.5 + effectiveLabelPad);
  vec2 labelOffset = vec2(0.0);

  // Effective label angle: intrinsic angle plus the camera angle when the label
  // is graph-aligned, so the box orbits the node in lockstep with the frame-pass.
  float labelAngle = a_labelAngle - labelRotation * u_cameraAngle;
  float la_c = cos(labelAngle);
  float la_s = sin(labelAngle);
  mat2 labelRotMat = mat2(la_c, -la_s, la_s, la_c);

  vec3 nodeClip = u_matrix * vec3(nodePosition, 1.0);
  vec2 snapDelta = vec2(0.0);

  if (labelW > 0.0) {
    // labelW > 0.0 means this node's label is displayed, so the frame-pass wrote
    // its edge distance this frame.
    float edgeDistPixels = nodeRadiusPixels * readFrameTexel(u_nodeFrameTexture, u_nodeFrameTextureWidth, nodeIdx).r;
    // labelMargin matches the label shader's margin (gap from node edge to text)
    float labelStart = edgeDistPixels + labelMargin;
    // Above/below center on the actual glyph height, not the font line box, so
    // the box stays aligned with the rendered text (matches labelBoxCenter()).
    float textHalf = a_textHeight * zoomScale * u_pixelRatio * 0.5;

    // Snap node center to pixel grid so label/backdrop/attachment move as a unit
    vec2 nodeScreen = vec2(
      (nodeClip.x + 1.0) * u_resolution.x,
      (1.0 - nodeClip.y) * u_resolution.y
    ) * 0.5;
    snapDelta = (round(nodeScreen) - nodeScreen) * u_labelPixelSnapping;

    if (a_positionMode < 0.5) {
      // Right: box spans from node center to text end + padding
      float boxRightEdge = labelStart + labelW + labelPad;
      labelOffset = vec2(boxRightEdge * 0.5, 0.0);
      labelHalfSize.x = boxRightEdge * 0.5;
    } else if (a_positionMode < 1.5) {
      // Left: mirror of right
      float boxLeftEdge = labelStart + labelW + labelPad;
      labelOffset = vec2(-boxLeftEdge * 0.5, 0.0);
      labelHalfSize.x = boxLeftEdge * 0.5;
    } else if (a_positionMode < 2.5) {
      // Above: text bottom at labelStart, centered horizontally
      labelOffset = vec2(0.0, -(labelStart + textHalf));
    } else if (a_positionMode < 3.5) {
      // Below: text top at labelStart, centered horizontally
      labelOffset = vec2(0.0, labelStart + textHalf);
    }
    // over (>=4): labelOffset stays (0,0) — text centered on the node.

    // The attachment-cover shift is in label space (like the attachment itself),
    // so rotate it together with the position offset — otherwise the box drifts
    // off the attachment as the label angle grows.
    labelOffset = labelRotMat * (labelOffset + a_labelBoxOffset * zoomScale * u_pixelRatio);
  }

  // For node-only mode, zero out label dimensions
  if (backdropArea > 0.5 && backdropArea < 1.5) {
    labelHalfSize = vec2(0.0);
    labelOffset = vec2(0.0);
  }

  vec2 minBound, maxBound;

  bool hasLabelBounds = labelW > 0.0 && (backdropArea > 1.5 || backdropArea < 0.5);

  if (hasLabelBounds) {
    // Union with label bounds (area=both) or label-only bounds (area=label)
    vec2 labelMin, labelMax;

    if (a_labelAngle != 0.0) {
      vec2 corner1 = labelOffset + labelRotMat * vec2(-labelHalfSize.x, -labelHalfSize.y);
      vec2 corner2 = labelOffset + labelRotMat * vec2(labelHalfSize.x, -labelHalfSize.y);
      vec2 corner3 = labelOffset + labelRotMat * vec2(labelHalfSize.x, labelHalfSize.y);
      vec2 corner4 = labelOffset + labelRotMat * vec2(-labelHalfSize.x, labelHalfSize.y);
      labelMin = min(min(corner1, corner2), min(corner3, corner4));
      labelMax = max(max(corner1, corner2), max(corner3, corner4));
    } else {
      labelMin = labelOffset - labelHalfSize;
      labelMax = labelOffset + labelHalfSize;
    }

    if (backdropArea > 1.5) {
      // Label-only: bounds from label rect only
      minBound = labelMin - totalExpansion;
      maxBound = labelMax + totalExpansion;
    } else {
      // Both: union of node + label
      minBound = min(-vec2(boundRadius), labelMin) - totalExpansion;
      maxBound = max(vec2(boundRadius), labelMax) + totalExpansion;
    }
  } else {
    // Node-only or no visible label
    float totalRadius = boundRadius + totalExpansion;
    minBound = -vec2(totalRadius);
    maxBound = vec2(totalRadius);
  }

  vec2 quadSize = maxBound - minBound;
  vec2 quadCenter = (minBound + maxBound) * 0.5;

  vec2 localPos = quadCenter + a_quadCorner * quadSize * 0.5 + snapDelta;
  vec2 ndcOffset = localPos * 2.0 / u_resolution;
  ndcOffset.y = -ndcOffset.y;

  gl_Position = vec4(nodeClip.xy + ndcOffset, 0.0, 1.0);

  v_uv = localPos;
  v_nodeCenter = vec2(0.0);
  v_nodeRadius = nodeRadiusPixels;
  v_labelCenter = labelOffset;
  v_labelHalfSize = labelHalfSize;
  v_aaWidth = 1.0;
  v_shapeId = shapeId;
  v_labelAngle = labelAngle;
  v_backdropColor = a_backdropColor;
  v_backdropShadowColor = a_backdropShadowColor;
  v_backdropShadowBlur = a_backdropShadowBlur;
  v_backdropPadding = a_backdropPadding;
  v_backdropBorderColor = a_backdropBorderColor;
  v_backdropBorderWidth = borderWidth;
  v_backdropCornerRadius = cornerRadius;
  v_backdropArea = backdropArea;
}
`);return l}function pu(a){var n=a.shapes,t=a.layers,e=a.shapeGlobalIds,r=Ja(n),i=un(n).map(function(f){return"uniform ".concat(f.type," ").concat(f.name,";")}).join(`
`),o=function(h){return ea(h,"nodeUV","1.0")},s;if(n.length===1)s="float nodeSdfNormalized = ".concat(o(n[0]),";");else{var l=n.map(function(f,h){var v=e?e[h]:h;return"    case ".concat(v,": nodeSdfNormalized = ").concat(o(f),"; break;")}).join(`
`),d=o(n[0]);s=`float nodeSdfNormalized;
  int shapeId = int(v_shapeId);
  switch (shapeId) {
`.concat(l,`
    default: nodeSdfNormalized = `).concat(d,`;
  }`)}var u=`float effectiveRadius = max(enlargedRadius - cornerRadius, 0.01);
  float ca = u_cameraAngle * v_nodeRotation;
  float ca_c = cos(ca);
  float ca_s = sin(ca);
  vec2 rotatedScreenUV = mat2(ca_c, -ca_s, ca_s, ca_c) * screenUV;
  vec2 nodeUV = vec2(rotatedScreenUV.x, -rotatedScreenUV.y) / effectiveRadius;`,c=`#version 300 es
precision highp float;

in vec2 v_uv;
in vec2 v_nodeCenter;
in float v_nodeRadius;
in vec2 v_labelCenter;
in vec2 v_labelHalfSize;
in float v_aaWidth;
in float v_shapeId;
in float v_nodeRotation;
in float v_labelAngle;
in vec4 v_backdropColor;
in vec4 v_backdropShadowColor;
in float v_backdropShadowBlur;
in float v_backdropPadding;
in vec4 v_backdropBorderColor;
in float v_backdropBorderWidth;
in float v_backdropCornerRadius;
in float v_backdropArea;
`.concat(lo(n,t,"in"),`

uniform float u_cameraAngle;
`).concat(i,`

layout(location = 0) out vec4 fragColor;
layout(location = 1) out vec4 fragPicking;

`).concat(r,`
`).concat(Kd,`
`).concat(Zd,`
`).concat(Qd,`
`).concat(Jd,`

void main() {
  vec4 backdropColor = v_backdropColor;
  vec4 shadowColor = v_backdropShadowColor;
  float shadowBlur = v_backdropShadowBlur;
  float padding = v_backdropPadding;
  vec4 borderColor = v_backdropBorderColor;
  float borderWidth = v_backdropBorderWidth;
  float cornerRadius = v_backdropCornerRadius;

  float enlargedRadius = v_nodeRadius + padding;
  vec2 screenUV = v_uv - v_nodeCenter;
  `).concat(u,`

  // Query the correct shape SDF based on shapeId
  `).concat(s,`
  float nodeSdfPixels = nodeSdfNormalized * effectiveRadius - cornerRadius;

  // Label SDF with optional corner radius and rotation
  float labelSdfPixels;
  if (v_labelHalfSize.x > 0.0) {
    vec2 labelP = v_uv - v_labelCenter;
    labelSdfPixels = sdfRoundedRotatedBox(labelP, v_labelHalfSize, v_labelAngle, cornerRadius);
  } else {
    labelSdfPixels = 10000.0;
  }

  // Select area: 0=both, 1=node, 2=label
  float combinedSdf;
  if (v_backdropArea > 1.5) {
    combinedSdf = labelSdfPixels;
  } else if (v_backdropArea > 0.5) {
    combinedSdf = nodeSdfPixels;
  } else {
    combinedSdf = min(nodeSdfPixels, labelSdfPixels);
  }

  // Fill + border composite
  float outerEdge = smoothstep(v_aaWidth, -v_aaWidth, combinedSdf);
  vec4 background;
  if (borderWidth > 0.5) {
    float innerEdge = smoothstep(v_aaWidth, -v_aaWidth, combinedSdf + borderWidth);
    float fillAlpha = innerEdge * backdropColor.a;
    vec4 fill = vec4(backdropColor.rgb * fillAlpha, fillAlpha);
    float borderAlpha = (outerEdge - innerEdge) * borderColor.a;
    vec4 border = vec4(borderColor.rgb * borderAlpha, borderAlpha);
    background = fill + border * (1.0 - fill.a);
  } else {
    float fillAlpha = outerEdge * backdropColor.a;
    background = vec4(backdropColor.rgb * fillAlpha, fillAlpha);
  }

  // Gaussian-like shadow falloff (mimics canvas shadowBlur)
  vec4 shadow = vec4(0.0);
  float sigma = shadowBlur / 2.5;
  if (sigma > 0.001) {
    float shadowDist = max(0.0, combinedSdf);
    float shadowAlpha = exp(-(shadowDist * shadowDist) / (2.0 * sigma * sigma)) * shadowColor.a;
    shadow = vec4(shadowColor.rgb * shadowAlpha, shadowAlpha);
  }

  fragColor = background + shadow * (1.0 - background.a);
  fragPicking = vec4(0.0);
}
`);return c}function vu(a){var n=["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_labelPixelSnapping","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode"],t=O(un(a)),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.includes(r.name)||n.push(r.name)}}catch(i){t.e(i)}finally{t.f()}return n}function mu(a){return{vertexShader:gu(a),fragmentShader:pu(a),uniforms:vu(a.shapes)}}function bu(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=e.shapes,d=e.layers,u=e.getAttributeTexture,c=e.shapeGlobalIds;if(l.length===0)throw new Error("createBackdropProgram: at least one shape must be provided in 'shapes'");var f=(r=s.margin)!==null&&r!==void 0?r:5,h=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},v={shapes:l,layers:d,shapeGlobalIds:c},m=mu(v),b=(function(p){function g(){var y;K(this,g);for(var T=arguments.length,x=new Array(T),_=0;_<T;_++)x[_]=arguments[_];return y=oe(this,g,[].concat(x)),D(y,"totalBackdropCount",0),D(y,"bufferCapacity",0),y}return se(g,p),Z(g,[{key:"getDefinition",value:function(){var T=WebGL2RenderingContext,x=T.FLOAT,_=T.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:m.vertexShader,FRAGMENT_SHADER_SOURCE:m.fragmentShader,METHOD:_,UNIFORMS:m.uniforms,ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:x},{name:"a_labelWidth",size:1,type:x},{name:"a_labelHeight",size:1,type:x},{name:"a_textHeight",size:1,type:x},{name:"a_positionMode",size:1,type:x},{name:"a_labelAngle",size:1,type:x},{name:"a_backdropColor",size:4,type:x},{name:"a_backdropShadowColor",size:4,type:x},{name:"a_backdropShadowBlur",size:1,type:x},{name:"a_backdropPadding",size:1,type:x},{name:"a_backdropBorderColor",size:4,type:x},{name:"a_backdropExtra",size:4,type:x},{name:"a_labelBoxOffset",size:2,type:x}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:x}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processBackdrop",value:function(T,x){var _=this.floats,w=this.STRIDE,E=T*w;_[E++]=x.nodeIndex,_[E++]=x.labelWidth,_[E++]=x.labelHeight,_[E++]=x.textHeight,_[E++]=zt[x.position],_[E++]=x.labelAngle,_[E++]=x.backdropColor[0],_[E++]=x.backdropColor[1],_[E++]=x.backdropColor[2],_[E++]=x.backdropColor[3],_[E++]=x.backdropShadowColor[0],_[E++]=x.backdropShadowColor[1],_[E++]=x.backdropShadowColor[2],_[E++]=x.backdropShadowColor[3],_[E++]=x.backdropShadowBlur,_[E++]=x.backdropPadding,_[E++]=x.backdropBorderColor[0],_[E++]=x.backdropBorderColor[1],_[E++]=x.backdropBorderColor[2],_[E++]=x.backdropBorderColor[3],_[E++]=x.backdropBorderWidth,_[E++]=x.backdropCornerRadius,_[E++]=x.backdropLabelPadding,_[E++]=x.backdropArea,_[E++]=x.labelBoxOffset[0],_[E++]=x.labelBoxOffset[1]}},{key:"setUniforms",value:function(T,x){var _=x.gl,w=x.uniformLocations;_.uniformMatrix3fv(w.u_matrix,!1,T.matrix),_.uniform1f(w.u_sizeRatio,T.sizeRatio),_.uniform1f(w.u_correctionRatio,T.correctionRatio),_.uniform1f(w.u_cameraAngle,T.cameraAngle),_.uniform2f(w.u_resolution,T.width*T.pixelRatio,T.height*T.pixelRatio),_.uniform1f(w.u_pixelRatio,T.pixelRatio),_.uniform1f(w.u_labelMargin,g.labelMargin),_.uniform1f(w.u_zoomLabelSizeRatio,1/h(T.zoomRatio)),_.uniform1f(w.u_labelPixelSnapping,T.labelPixelSnapping),_.uniform1i(w.u_nodeDataTexture,T.nodeDataTextureUnit),_.uniform1i(w.u_nodeDataTextureWidth,T.nodeDataTextureWidth),_.uniform1i(w.u_nodeFrameTexture,T.nodeFrameTextureUnit),_.uniform1i(w.u_nodeFrameTextureWidth,T.nodeFrameTextureWidth);var E=u();w.u_layerAttributeTexture&&E&&(E.bind(Je),_.uniform1i(w.u_layerAttributeTexture,Je),_.uniform1i(w.u_layerAttributeTextureWidth,E.getTextureWidth()),_.uniform1i(w.u_layerAttributeTexelsPerNode,E.getTexelsPerItem()));var L=O(un(l)),S;try{for(L.s();!(S=L.n()).done;){var A=S.value;this.setTypedUniform(A,x)}}catch(R){L.e(R)}finally{L.f()}}},{key:"hasNothingToRender",value:function(){return this.totalBackdropCount===0}},{key:"drawWebGL",value:function(T,x){var _=x.gl;this.totalBackdropCount!==0&&(this.isInstanced?_.drawArraysInstanced(T,0,this.VERTICES,this.totalBackdropCount):_.drawArrays(T,0,this.totalBackdropCount*this.VERTICES))}},{key:"reallocate",value:function(T){this.totalBackdropCount=T,T>this.bufferCapacity&&(this.bufferCapacity=Math.max(T,Math.ceil(this.bufferCapacity*1.5)||10),fe(g,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return D(b,"labelMargin",f),new b(a,n,t)}var uo=(function(a){function n(){var t;K(this,n);for(var e=arguments.length,r=new Array(e),i=0;i<e;i++)r[i]=arguments[i];return t=oe(this,n,[].concat(r)),D(t,"totalCharacterCount",0),D(t,"bufferCapacity",0),t}return se(n,a),Z(n,[{key:"processLabel",value:function(e,r,i){if(i.hidden||!i.text)return 0;for(var o=i.text,s=o.length,l=0;l<s;l++){var d=o[l];this.processCharacter(r+l,i,d,l)}return s}},{key:"hasNothingToRender",value:function(){return this.totalCharacterCount===0}},{key:"drawWebGL",value:function(e,r){var i=r.gl;this.totalCharacterCount!==0&&(this.isInstanced?i.drawArraysInstanced(e,0,this.VERTICES,this.totalCharacterCount):i.drawArrays(e,0,this.totalCharacterCount*this.VERTICES))}},{key:"reallocate",value:function(e){this.totalCharacterCount=e,e>this.bufferCapacity&&(this.bufferCapacity=Math.max(e,Math.ceil(this.bufferCapacity*1.5)||1e3),fe(n,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);function yu(){var a=`#version 300 es

in float a_nodeIndex;
in vec4 a_id;
in vec4 a_color;
in float a_labelWidth;
in float a_labelHeight;
in float a_textHeight;
in float a_positionMode;
in float a_labelAngle;
in float a_padding;
in vec2 a_quadCorner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
uniform vec2 u_resolution;
uniform float u_pixelRatio;
uniform float u_labelMargin;
uniform float u_zoomLabelSizeRatio;
uniform float u_labelPixelSnapping;
uniform float u_pickingPadding;
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_nodeFrameTexture;
uniform int u_nodeFrameTextureWidth;

out vec4 v_id;
out vec4 v_color;

`.concat(je,`
`).concat(ut,`
`).concat(Mt,`
`).concat(io,`

void main() {
  int nodeIdx = int(a_nodeIndex);

  // Node data: (x, y, size, shapeId).
  vec4 nodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  vec2 nodePosition = nodeData.xy;
  float nodeSize = nodeData.z;

  // Shape-aware edge distance, read once from the shared frame texture.
  float edgeDist = readFrameTexel(u_nodeFrameTexture, u_nodeFrameTextureWidth, nodeIdx).r;

  // Per-node label rotation alignment: 0 = viewport, 1 = label turns with camera.
  float labelRotation = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx).g;

  `).concat(no,`

  float zoomScale = u_zoomLabelSizeRatio;
  float labelW = a_labelWidth * zoomScale * u_pixelRatio;
  float labelH = a_labelHeight * zoomScale * u_pixelRatio;
  float labelMargin = u_labelMargin * zoomScale * u_pixelRatio;
#ifdef PICKING_MODE
  float padding = u_pickingPadding * u_pixelRatio;
#else
  float padding = a_padding * u_pixelRatio;
#endif

  if (labelW <= 0.0) {
    gl_Position = vec4(2.0, 0.0, 0.0, 1.0);
    v_id = vec4(0.0);
    v_color = vec4(0.0);
    return;
  }

  vec2 labelHalfSize = vec2(labelW * 0.5 + padding, labelH * 0.5 + padding);
  vec2 labelOffset = vec2(0.0);

  // Graph-aligned labels add the camera angle so the rect orbits with the text.
  float labelAngle = a_labelAngle - labelRotation * u_cameraAngle;
  float la_c = cos(labelAngle);
  float la_s = sin(labelAngle);
  mat2 labelRotMat = mat2(la_c, -la_s, la_s, la_c);

  vec3 nodeClip = u_matrix * vec3(nodePosition, 1.0);
  vec2 nodeScreen = vec2(
    (nodeClip.x + 1.0) * u_resolution.x,
    (1.0 - nodeClip.y) * u_resolution.y
  ) * 0.5;
  vec2 snapDelta = (round(nodeScreen) - nodeScreen) * u_labelPixelSnapping;

  if (a_positionMode < 4.0) {
    float labelStart = nodeRadiusPixels * edgeDist + labelMargin;
    float textHalf = a_textHeight * zoomScale * u_pixelRatio * 0.5;
    // Box center uses the text half-size; the padding expands the quad below.
    labelOffset = labelRotMat * labelBoxCenter(a_positionMode, labelStart, vec2(labelW * 0.5, labelH * 0.5), textHalf);
  }

  // Rotate the rect with the label so it stays aligned with the (rotated) text.
  vec2 localPos = labelOffset + labelRotMat * (a_quadCorner * labelHalfSize);
  vec2 ndcOffset = (localPos + snapDelta) * 2.0 / u_resolution;
  ndcOffset.y = -ndcOffset.y;

  gl_Position = vec4(nodeClip.xy + ndcOffset, 0.0, 1.0);
  v_id = a_id;
  v_color = a_color;
}
`);return a}var xu=`#version 300 es
precision highp float;

in vec4 v_id;
in vec4 v_color;

out vec4 fragColor;

void main() {
  #ifdef PICKING_MODE
    fragColor = v_id;
  #else
    if (v_color.a <= 0.0) discard;
    // v_color is non-premultiplied RGBA (0-1); convert to premultiplied for blending
    fragColor = vec4(v_color.rgb * v_color.a, v_color.a);
  #endif
}
`;function _u(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Gt,d=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},u=yu(),c=(function(f){function h(){var v;K(this,h);for(var m=arguments.length,b=new Array(m),p=0;p<m;p++)b[p]=arguments[p];return v=oe(this,h,[].concat(b)),D(v,"totalCount",0),D(v,"bufferCapacity",0),v}return se(h,f),Z(h,[{key:"getDefinition",value:function(){var m=WebGL2RenderingContext,b=m.FLOAT,p=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:u,FRAGMENT_SHADER_SOURCE:xu,METHOD:g,UNIFORMS:["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_labelPixelSnapping","u_pickingPadding","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth"],ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:b},{name:"a_id",size:4,type:p,normalized:!0},{name:"a_color",size:4,type:p,normalized:!0},{name:"a_labelWidth",size:1,type:b},{name:"a_labelHeight",size:1,type:b},{name:"a_textHeight",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_labelAngle",size:1,type:b},{name:"a_padding",size:1,type:b}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:b}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processLabelBackground",value:function(m,b){var p=this.floats,g=this.ints,y=m*this.STRIDE;p[y++]=b.nodeIndex,g[y++]=b.id,p[y++]=b.color,p[y++]=b.labelWidth,p[y++]=b.labelHeight,p[y++]=b.textHeight,p[y++]=b.positionMode,p[y++]=b.labelAngle,p[y++]=b.padding}},{key:"setUniforms",value:function(m,b){var p=b.gl,g=b.uniformLocations;p.uniformMatrix3fv(g.u_matrix,!1,m.matrix),p.uniform1f(g.u_sizeRatio,m.sizeRatio),p.uniform1f(g.u_correctionRatio,m.correctionRatio),p.uniform1f(g.u_cameraAngle,m.cameraAngle),p.uniform2f(g.u_resolution,m.width*m.pixelRatio,m.height*m.pixelRatio),p.uniform1f(g.u_pixelRatio,m.pixelRatio),p.uniform1f(g.u_labelMargin,h.labelMargin),p.uniform1f(g.u_zoomLabelSizeRatio,1/d(m.zoomRatio)),p.uniform1f(g.u_labelPixelSnapping,m.labelPixelSnapping),p.uniform1f(g.u_pickingPadding,m.labelPickingPadding),p.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),p.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),p.uniform1i(g.u_nodeFrameTexture,m.nodeFrameTextureUnit),p.uniform1i(g.u_nodeFrameTextureWidth,m.nodeFrameTextureWidth)}},{key:"hasNothingToRender",value:function(){return this.totalCount===0}},{key:"drawWebGL",value:function(m,b){var p=b.gl;this.totalCount!==0&&p.drawArraysInstanced(p.TRIANGLE_STRIP,0,this.VERTICES,this.totalCount)}},{key:"reallocate",value:function(m){this.totalCount=m,m>this.bufferCapacity&&(this.bufferCapacity=Math.max(m,Math.ceil(this.bufferCapacity*1.5)||10),fe(h,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return D(c,"labelMargin",l),new c(a,n,t)}var Oe={fontSize:64,buffer:8,radius:24,cutoff:.25,maxTextureSize:2048,debounceTimeout:100},rn=2,sn=1e20;function Tu(a,n,t,e,r){var i=a+r*4,o=document.createElement("canvas");o.width=i,o.height=i;var s=o.getContext("2d",{willReadFrequently:!0});return s.font="".concat(e," ").concat(t," ").concat(a,"px ").concat(n),s.textBaseline="alphabetic",s.textAlign="left",s.fillStyle="black",{ctx:s,canvasSize:i,gridOuter:new Float64Array(i*i),gridInner:new Float64Array(i*i),f:new Float64Array(i),z:new Float64Array(i+1),v:new Uint16Array(i)}}function Su(a,n,t,e,r){var i=a.ctx,o=a.canvasSize,s=i.measureText(n),l=s.width,d=s.actualBoundingBoxAscent,u=s.actualBoundingBoxDescent,c=s.actualBoundingBoxLeft,f=s.actualBoundingBoxRight,h=Math.ceil(d),v=Math.ceil(c),m=Math.max(0,Math.min(o-t,Math.ceil(c)+Math.ceil(f))),b=Math.min(o-t,h+Math.ceil(u)),p=m+2*t,g=b+2*t,y=Math.max(p*g,0),T=new Uint8ClampedArray(y),x={data:T,width:p,height:g,glyphWidth:m,glyphHeight:b,glyphTop:h,glyphLeft:v,glyphAdvance:l};if(m===0||b===0)return x;var _=a.gridInner,w=a.gridOuter;i.clearRect(t,t,m,b),i.fillText(n,t+v,t+h);var E=i.getImageData(t,t,m,b);w.fill(sn,0,y),_.fill(0,0,y);for(var L=0;L<b;L++)for(var S=0;S<m;S++){var A=E.data[4*(L*m+S)+3]/255;if(A!==0){var R=(L+t)*p+S+t;if(A===1)w[R]=0,_[R]=sn;else{var F=.5-A;w[R]=F>0?F*F:0,_[R]=F<0?F*F:0}}}Vi(w,0,0,p,g,p,a.f,a.v,a.z),Vi(_,t,t,m,b,p,a.f,a.v,a.z);for(var P=0;P<y;P++){var k=Math.sqrt(w[P])-Math.sqrt(_[P]);T[P]=Math.round(255-255*(k/e+r))}return x}function Vi(a,n,t,e,r,i,o,s,l){for(var d=n;d<n+e;d++)ji(a,t*i+d,i,r,o,s,l);for(var u=t;u<t+r;u++)ji(a,u*i+n,1,e,o,s,l)}function ji(a,n,t,e,r,i,o){i[0]=0,o[0]=-sn,o[1]=sn,r[0]=a[n];for(var s=1,l=0,d=0;s<e;s++){r[s]=a[n+s*t];var u=s*s;do{var c=i[l];d=(r[s]-r[c]+u-c*c)/(s-c)/2}while(d<=o[l]&&--l>-1);l++,i[l]=s,o[l]=d,o[l+1]=sn}for(var f=0,h=0;f<e;f++){for(;o[h+1]<f;)h++;var v=i[h],m=f-v;a[n+f*t]=r[v]+m*m}}var dt=(function(a){function n(){var t,e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{};return K(this,n),t=oe(this,n),D(t,"fonts",new Map),D(t,"textures",[]),D(t,"cursor",{x:0,y:0,rowHeight:0,atlasIndex:0}),D(t,"pendingGlyphs",[]),D(t,"debounceTimer",null),t.options=U(U({},Oe),e),t.canvas=document.createElement("canvas"),t.canvas.width=t.options.maxTextureSize,t.canvas.height=t.options.maxTextureSize,t.ctx=t.canvas.getContext("2d",{willReadFrequently:!0}),t.measureCanvas=document.createElement("canvas"),t.measureCtx=t.measureCanvas.getContext("2d"),t.textures.push(t.ctx.getImageData(0,0,1,1)),t}return se(n,a),Z(n,[{key:"getFontKey",value:function(e){return"".concat(e.family,"-").concat(e.weight,"-").concat(e.style)}},{key:"registerFont",value:function(e){var r=this.getFontKey(e);if(this.fonts.has(r))return r;var i=Tu(this.options.fontSize,e.family,e.weight,e.style,this.options.buffer);return this.fonts.set(r,{descriptor:e,generator:i,glyphs:new Map}),r}},{key:"ensureGlyphs",value:function(e,r){var i=this.fonts.get(r);if(!i)throw new Error('Font "'.concat(r,'" is not registered. Call registerFont() first.'));var o=!1,s=O(e),l;try{for(s.s();!(l=s.n()).done;){var d=l.value,u=d.codePointAt(0);u!==void 0&&(i.glyphs.has(u)||(this.pendingGlyphs.push({fontKey:r,charCode:u}),o=!0))}}catch(c){s.e(c)}finally{s.f()}o&&this.scheduleTextureGeneration()}},{key:"measureText",value:function(e,r){var i=this.fonts.get(r);if(!i)throw new Error('Font "'.concat(r,'" is not registered.'));var o=i.descriptor,s=o.family,l=o.weight,d=o.style;return this.measureCtx.font="".concat(d," ").concat(l," ").concat(this.options.fontSize,"px ").concat(s),this.measureCtx.measureText(e).width}},{key:"getGlyph",value:function(e,r){var i=this.fonts.get(r);if(i)return i.glyphs.get(e)}},{key:"getTextures",value:function(){return this.textures}},{key:"getFontCount",value:function(){return this.fonts.size}},{key:"getGlyphCount",value:function(){var e=0,r=O(this.fonts.values()),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;e+=o.glyphs.size}}catch(s){r.e(s)}finally{r.f()}return e}},{key:"hasPendingGlyphs",value:function(){return this.pendingGlyphs.length>0}},{key:"flush",value:function(){this.debounceTimer&&(clearTimeout(this.debounceTimer),this.debounceTimer=null),this.generateTextures()}},{key:"destroy",value:function(){this.debounceTimer&&clearTimeout(this.debounceTimer),this.fonts.clear(),this.textures=[],this.pendingGlyphs=[],this.removeAllListeners()}},{key:"scheduleTextureGeneration",value:function(){var e=this;this.debounceTimer===null&&(this.options.debounceTimeout===null?this.generateTextures():this.debounceTimer=setTimeout(function(){e.debounceTimer=null,e.generateTextures()},this.options.debounceTimeout))}},{key:"generateTextures",value:function(){if(this.pendingGlyphs.length!==0){var e=this.options,r=e.maxTextureSize,i=e.buffer,o=e.radius,s=e.cutoff,l=O(this.pendingGlyphs),d;try{for(l.s();!(d=l.n()).done;){var u=d.value,c=u.fontKey,f=u.charCode,h=this.fonts.get(c);if(!(!h||h.glyphs.has(f))){var v=String.fromCodePoint(f),m=Su(h.generator,v,i,o,s),b=m.width,p=m.height;this.cursor.x+b+rn>r&&(this.cursor.x=0,this.cursor.y+=this.cursor.rowHeight+rn,this.cursor.rowHeight=0),this.cursor.y+p+rn>r&&(this.finalizeCurrentTexture(),this.cursor={x:0,y:0,rowHeight:0,atlasIndex:this.cursor.atlasIndex+1},this.ctx.clearRect(0,0,r,r));for(var g=m.data,y=new Uint8ClampedArray(b*p*4),T=0;T<g.length;T++){var x=T*4;y[x]=255,y[x+1]=255,y[x+2]=255,y[x+3]=g[T]}var _=new ImageData(y,b,p);this.ctx.putImageData(_,this.cursor.x,this.cursor.y);var w={charCode:f,width:m.glyphWidth,height:m.glyphHeight,bearingX:-m.glyphLeft-i,bearingY:m.glyphTop+i,advance:m.glyphAdvance,atlasX:this.cursor.x,atlasY:this.cursor.y,atlasWidth:b,atlasHeight:p,atlasIndex:this.cursor.atlasIndex};h.glyphs.set(f,w),this.cursor.x+=b+rn,this.cursor.rowHeight=Math.max(this.cursor.rowHeight,p)}}}catch(E){l.e(E)}finally{l.f()}this.finalizeCurrentTexture(),this.pendingGlyphs=[],this.emit(n.ATLAS_UPDATED_EVENT,{textures:this.textures,glyphCount:this.getGlyphCount()})}}},{key:"finalizeCurrentTexture",value:function(){var e=this.options.maxTextureSize,r=this.cursor.y>0||this.cursor.rowHeight>0,i=Math.min(e,Math.max(this.cursor.x,r?e:1)),o=Math.min(e,this.cursor.y+this.cursor.rowHeight+rn),s=this.ctx.getImageData(0,0,i,o);this.cursor.atlasIndex>=this.textures.length?this.textures.push(s):this.textures[this.cursor.atlasIndex]=s}}])})(Zi.EventEmitter);D(dt,"ATLAS_UPDATED_EVENT","atlasUpdated");var Eu=Oe.fontSize;function Ru(){var a=`  // -------------------------------------------------------------------------
  // Step 3: Calculate position offset from the shared edge distance
  // -------------------------------------------------------------------------
  vec2 positionOffset = vec2(0.0);

  if (a_positionMode < 4.0) {
    vec2 screenDir = getLabelDirection(a_positionMode);
    float boundaryDistPixels = nodeRadiusPixels * edgeDist;
    positionOffset = screenDir * (boundaryDistPixels + margin);
  }`,n=`#version 300 es

// ============================================================================
// Attributes
// ============================================================================

// Per-character (instanced)
in float a_nodeIndex;        // Index into node data texture
in vec2 a_charOffset;        // Character offset from label origin (pixels)
in vec2 a_charSize;          // Character dimensions (pixels)
in vec4 a_texCoords;         // Atlas coords: (x, y, width, height) in pixels
in vec4 a_color;             // Text color (RGBA)
in float a_margin;           // Gap between node edge and label (pixels)
in float a_positionMode;     // Position: 0=right, 1=left, 2=above, 3=below, 4=over
in float a_labelWidth;       // Total label width (pixels)
in float a_labelHeight;      // Label height (pixels)
in float a_verticalCenter;   // Vertical center offset from baseline (pixels)
in float a_textHeight;       // Actual text height: maxAscent + maxDescent (pixels)
in float a_labelAngle;       // Label rotation angle (radians)

// Per-vertex (constant quad corners)
in vec2 a_quadCorner;        // Quad corner: [-1,-1], [1,-1], [-1,1], [1,1]

// ============================================================================
// Uniforms
// ============================================================================

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
uniform vec2 u_resolution;
uniform vec2 u_atlasSize;
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_nodeFrameTexture;
uniform int u_nodeFrameTextureWidth;
uniform float u_zoomLabelSizeRatio;
uniform float u_labelPixelSnapping;
uniform float u_pixelRatio;

// ============================================================================
// Varyings
// ============================================================================

out vec2 v_texCoord;
out vec4 v_color;
out float v_fontScale;

// ============================================================================
// Constants
// ============================================================================

const float bias = 255.0 / 254.0;
const float ATLAS_FONT_SIZE = `.concat(de(Eu),`;

// ============================================================================
// Helper Functions
// ============================================================================

`).concat(je,`
`).concat(ut,`
`).concat(Mt,`
`).concat(ro,`

// ============================================================================
// Main
// ============================================================================

void main() {
  // -------------------------------------------------------------------------
  // Step 0: Fetch node data + shared edge distance from textures
  // -------------------------------------------------------------------------
  // Node-data texture format: vec4(x, y, size, shapeId)
  // 2D texture layout: texCoord = (index % width, index / width)
  int nodeIdx = int(a_nodeIndex);
  vec4 nodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  vec2 a_anchorPosition = nodeData.xy;
  float a_nodeSize = nodeData.z;

  // Normalized edge distance from the shared frame texture (the frame-pass ran
  // the SDF search once; the label just reads the result).
  float edgeDist = readFrameTexel(u_nodeFrameTexture, u_nodeFrameTextureWidth, nodeIdx).r;

  // Per-node label rotation alignment: 0 = viewport, 1 = label turns with camera.
  float labelRotation = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx).g;

  // Apply zoom-dependent label size scaling
  // Positional values are in CSS pixels; multiply by u_pixelRatio to convert to
  // physical pixels, which is what the NDC conversion (/ u_resolution) expects.
  float zoomScale = u_zoomLabelSizeRatio;
  float margin = a_margin * zoomScale * u_pixelRatio;
  vec2 charOffset = a_charOffset * zoomScale * u_pixelRatio;
  vec2 charSize = a_charSize * zoomScale * u_pixelRatio;
  float labelWidth = a_labelWidth * zoomScale * u_pixelRatio;
  float labelHeight = a_labelHeight * zoomScale;

  // Font scale: ratio of CSS label size to the base atlas font size.
  // Divided by u_pixelRatio because the atlas is generated at ATLAS_FONT_SIZE * pixelRatio,
  // which cancels out the u_pixelRatio in the fragment shader's gamma formula and keeps
  // the anti-aliasing band width consistent across pixel densities.
  v_fontScale = a_labelHeight * zoomScale / (ATLAS_FONT_SIZE * u_pixelRatio);

  // -------------------------------------------------------------------------
  // Step 1: Transform node position to clip space
  // -------------------------------------------------------------------------
  vec3 anchorClip = u_matrix * vec3(a_anchorPosition, 1.0);

  // -------------------------------------------------------------------------
  // Step 2: Convert node size to screen pixels
  // -------------------------------------------------------------------------
  float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
  float nodeRadiusGraphSpace = a_nodeSize * u_correctionRatio / u_sizeRatio * 2.0;
  float nodeRadiusNDC = nodeRadiusGraphSpace * matrixScaleX;
  float nodeRadiusPixels = nodeRadiusNDC * u_resolution.x / 2.0;

`).concat(a,`

  // -------------------------------------------------------------------------
  // Step 4: Calculate final vertex position
  // -------------------------------------------------------------------------
  vec2 cornerOffset = (a_quadCorner + 1.0) * 0.5;
  vec2 charPixelPos = positionOffset + charOffset + cornerOffset * charSize;

  // Apply text alignment based on position mode
  float verticalCenter = a_verticalCenter * zoomScale * u_pixelRatio;
  float textHeight = a_textHeight * zoomScale * u_pixelRatio;
  float baselineToDescent = textHeight / 2.0 - verticalCenter;
  float baselineToAscent = textHeight / 2.0 + verticalCenter;

  if (a_positionMode < 0.5) {
    // Right: vertically center
    charPixelPos.y += verticalCenter;
  } else if (a_positionMode < 1.5) {
    // Left: right-align and vertically center
    charPixelPos.x -= labelWidth;
    charPixelPos.y += verticalCenter;
  } else if (a_positionMode < 2.5) {
    // Above: center horizontally, bottom of text at anchor
    charPixelPos.x -= labelWidth * 0.5;
    charPixelPos.y -= baselineToDescent;
  } else if (a_positionMode < 3.5) {
    // Below: center horizontally, top of text at anchor
    charPixelPos.x -= labelWidth * 0.5;
    charPixelPos.y += baselineToAscent;
  } else {
    // Over: center both
    charPixelPos.x -= labelWidth * 0.5;
    charPixelPos.y += verticalCenter;
  }

  // Apply label angle rotation. Graph-aligned labels add the camera angle so the
  // whole label orbits the node in lockstep with the frame-pass edge distance.
  float labelAngle = a_labelAngle - labelRotation * u_cameraAngle;
  float la_c = cos(labelAngle);
  float la_s = sin(labelAngle);
  mat2 labelRotMat = mat2(la_c, -la_s, la_s, la_c);
  charPixelPos = labelRotMat * charPixelPos;

  // Snap node center to pixel grid so label/backdrop/attachment move as a unit
  vec2 nodeScreen = vec2(
    (anchorClip.x + 1.0) * u_resolution.x,
    (1.0 - anchorClip.y) * u_resolution.y
  ) * 0.5;
  charPixelPos += (round(nodeScreen) - nodeScreen) * u_labelPixelSnapping;

  // Convert to NDC (flip Y: screen Y-down -> clip Y-up)
  vec2 ndcOffset = vec2(charPixelPos.x, -charPixelPos.y) * 2.0 / u_resolution;
  gl_Position = vec4(anchorClip.xy + ndcOffset, 0.0, 1.0);

  // -------------------------------------------------------------------------
  // Step 5: Texture coordinates
  // -------------------------------------------------------------------------
  v_texCoord = (a_texCoords.xy + cornerOffset * a_texCoords.zw) / u_atlasSize;

  // -------------------------------------------------------------------------
  // Step 6: Pass color
  // -------------------------------------------------------------------------
  v_color = a_color;
  v_color.a *= bias;
}
`);return n}function wu(){var a=`#version 300 es
precision highp float;

in vec2 v_texCoord;
in vec4 v_color;
in float v_fontScale;

uniform sampler2D u_atlas;
uniform float u_gamma;
uniform float u_sdfBuffer;
uniform float u_pixelRatio;

// Fragment output (single target - picking handled via separate pass)
out vec4 fragColor;

void main() {
  #ifdef PICKING_MODE
    // Labels are not pickable - discard all fragments in picking mode
    fragColor = vec4(0.0);
    discard;
  #else
    // Sample SDF value from atlas (high = inside glyph, low = outside)
    float sdfValue = texture(u_atlas, v_texCoord).a;

    // Edge threshold: 1.0 - cutoff = 0.75 for default cutoff=0.25
    // This is where the glyph edge is located in the SDF
    float edgeThreshold = 1.0 - u_sdfBuffer;

    // Gamma controls the anti-aliasing band width.
    // Scale inversely with font scale so small labels get a wider AA band
    // (smoother) and large labels get a tighter band (sharper).
    float gamma = u_gamma / (u_pixelRatio * v_fontScale);

    // Pure gamma-based anti-aliasing using smoothstep
    // The AA band extends from (threshold - gamma) to (threshold + gamma)
    float alpha = smoothstep(edgeThreshold - gamma, edgeThreshold + gamma, sdfValue);

    // Premultiplied alpha output for correct blending
    float finalAlpha = v_color.a * alpha;
    fragColor = vec4(v_color.rgb * finalAlpha, finalAlpha);
  #endif
}
`;return a}function Au(){return["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_atlasSize","u_atlas","u_gamma","u_sdfBuffer","u_pixelRatio","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_zoomLabelSizeRatio","u_labelPixelSnapping"]}function Du(){return{vertexShader:Ru(),fragmentShader:wu(),uniforms:Au()}}function Lu(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Gt,d=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},u=Du(),c=(function(f){function h(v,m,b){var p,g,y,T;if(K(this,h),T=oe(this,h,[v,m,b]),D(T,"atlasTexture",null),D(T,"atlasNeedsUpdate",!1),D(T,"labelGlyphCache",new Map),T.atlasFontSize=Oe.fontSize*an(),T.atlasManager=new dt({fontSize:T.atlasFontSize}),T.gamma=.025,T.sdfBuffer=Oe.cutoff,T.atlasTexture=v.createTexture(),!T.atlasTexture)throw new Error("NodeLabelProgram: failed to create atlas texture");v.bindTexture(v.TEXTURE_2D,T.atlasTexture),v.texParameteri(v.TEXTURE_2D,v.TEXTURE_WRAP_S,v.CLAMP_TO_EDGE),v.texParameteri(v.TEXTURE_2D,v.TEXTURE_WRAP_T,v.CLAMP_TO_EDGE),v.texParameteri(v.TEXTURE_2D,v.TEXTURE_MIN_FILTER,v.LINEAR),v.texParameteri(v.TEXTURE_2D,v.TEXTURE_MAG_FILTER,v.LINEAR),v.bindTexture(v.TEXTURE_2D,null),T.atlasManager.on(dt.ATLAS_UPDATED_EVENT,function(){T.atlasNeedsUpdate=!0});var x={family:((p=s.font)===null||p===void 0?void 0:p.family)||"sans-serif",weight:((g=s.font)===null||g===void 0?void 0:g.weight)||"normal",style:((y=s.font)===null||y===void 0?void 0:y.style)||"normal"};return T.defaultFontKey=T.atlasManager.registerFont(x),T}return se(h,f),Z(h,[{key:"getDefinition",value:function(){var m=WebGL2RenderingContext,b=m.FLOAT,p=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:u.vertexShader,FRAGMENT_SHADER_SOURCE:u.fragmentShader,METHOD:g,UNIFORMS:u.uniforms,ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:b},{name:"a_charOffset",size:2,type:b},{name:"a_charSize",size:2,type:b},{name:"a_texCoords",size:4,type:b},{name:"a_color",size:4,type:p,normalized:!0},{name:"a_margin",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_labelWidth",size:1,type:b},{name:"a_labelHeight",size:1,type:b},{name:"a_verticalCenter",size:1,type:b},{name:"a_textHeight",size:1,type:b},{name:"a_labelAngle",size:1,type:b}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:b}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"prepareLabelGlyphs",value:function(m,b){if(b.hidden||!b.text){this.labelGlyphCache.delete(m);return}var p=b.text,g=b.fontKey||this.defaultFontKey;this.atlasManager.ensureGlyphs(p,g);var y=[],T=[],x=0,_=0,w=0,E=O(p),L;try{for(E.s();!(L=E.n()).done;){var S=L.value,A=S.codePointAt(0);if(A===void 0){y.push(void 0),T.push(x);continue}var R=this.atlasManager.getGlyph(A,g);y.push(R),T.push(x),R&&(x+=R.advance,_=Math.max(_,R.bearingY),w=Math.max(w,R.atlasHeight-R.bearingY))}}catch(F){E.e(F)}finally{E.f()}this.labelGlyphCache.set(m,{glyphs:y,xOffsets:T,totalWidth:x,totalHeight:_+w,verticalCenterOffset:(_-w)/2})}},{key:"processCharacter",value:function(m,b,p,g){var y=this.floats,T=this.STRIDE,x=m*T,_=this.labelGlyphCache.get(b.parentKey);if(!_||!_.glyphs[g]){for(var w=0;w<T;w++)y[x+w]=0;return}var E=_.glyphs[g],L=_.xOffsets[g],S=b.size/this.atlasFontSize,A=De(b.color),R=x;y[R++]=b.nodeIndex,y[R++]=(L+E.bearingX)*S,y[R++]=-E.bearingY*S,y[R++]=E.atlasWidth*S,y[R++]=E.atlasHeight*S,y[R++]=E.atlasX,y[R++]=E.atlasY,y[R++]=E.atlasWidth,y[R++]=E.atlasHeight,y[R++]=A,y[R++]=b.margin,y[R++]=zt[b.position],y[R++]=_.totalWidth*S,y[R++]=b.size,y[R++]=_.verticalCenterOffset*S,y[R++]=_.totalHeight*S,y[R++]=b.labelAngle}},{key:"processLabel",value:function(m,b,p){return this.prepareLabelGlyphs(m,p),fe(h,"processLabel",this,3)([m,b,p])}},{key:"updateAtlasTexture",value:function(){if(this.atlasNeedsUpdate){var m=this.normalProgram.gl,b=this.atlasManager.getTextures();if(b.length!==0){var p=b[0];m.bindTexture(m.TEXTURE_2D,this.atlasTexture),m.texImage2D(m.TEXTURE_2D,0,m.RGBA,p.width,p.height,0,m.RGBA,m.UNSIGNED_BYTE,p.data),m.bindTexture(m.TEXTURE_2D,null),this.atlasNeedsUpdate=!1}}}},{key:"setUniforms",value:function(m,b){var p=b.gl,g=b.uniformLocations;p.uniformMatrix3fv(g.u_matrix,!1,m.matrix),p.uniform1f(g.u_sizeRatio,m.sizeRatio),p.uniform1f(g.u_correctionRatio,m.correctionRatio),p.uniform1f(g.u_cameraAngle,m.cameraAngle),p.uniform2f(g.u_resolution,m.width*m.pixelRatio,m.height*m.pixelRatio);var y=this.atlasManager.getTextures();y.length>0?p.uniform2f(g.u_atlasSize,y[0].width,y[0].height):p.uniform2f(g.u_atlasSize,1,1),p.activeTexture(p.TEXTURE0),p.bindTexture(p.TEXTURE_2D,this.atlasTexture),p.uniform1i(g.u_atlas,0),g.u_nodeDataTexture!==void 0&&p.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),g.u_nodeDataTextureWidth!==void 0&&p.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),p.uniform1i(g.u_nodeFrameTexture,m.nodeFrameTextureUnit),p.uniform1i(g.u_nodeFrameTextureWidth,m.nodeFrameTextureWidth),p.uniform1f(g.u_gamma,this.gamma),p.uniform1f(g.u_sdfBuffer,this.sdfBuffer),p.uniform1f(g.u_pixelRatio,m.pixelRatio),p.uniform1f(g.u_zoomLabelSizeRatio,1/h.zoomToLabelSizeRatioFunction(m.zoomRatio)),p.uniform1f(g.u_labelPixelSnapping,m.labelPixelSnapping)}},{key:"renderProgram",value:function(m,b){this.updateAtlasTexture(),this.atlasManager.hasPendingGlyphs()&&(this.atlasManager.flush(),this.updateAtlasTexture()),fe(h,"renderProgram",this,3)([m,b])}},{key:"registerFont",value:function(m){var b=arguments.length>1&&arguments[1]!==void 0?arguments[1]:"normal",p=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"normal";return this.atlasManager.registerFont({family:m,weight:b,style:p})}},{key:"getAtlasManager",value:function(){return this.atlasManager}},{key:"measureLabel",value:function(m,b,p){var g=p||this.defaultFontKey;this.atlasManager.ensureGlyphs(m,g),this.atlasManager.hasPendingGlyphs()&&this.atlasManager.flush();var y=0,T=0,x=0,_=O(m),w;try{for(_.s();!(w=_.n()).done;){var E=w.value,L=E.codePointAt(0);if(L!==void 0){var S=this.atlasManager.getGlyph(L,g);S&&(y+=S.advance,T=Math.max(T,S.bearingY),x=Math.max(x,S.atlasHeight-S.bearingY))}}}catch(R){_.e(R)}finally{_.f()}var A=b/this.atlasFontSize;return{width:y*A,height:b,textHeight:(T+x)*A}}},{key:"ensureGlyphsReady",value:function(m,b){var p=b||this.defaultFontKey,g=O(m),y;try{for(g.s();!(y=g.n()).done;){var T=y.value;this.atlasManager.ensureGlyphs(T,p)}}catch(x){g.e(x)}finally{g.f()}this.atlasManager.flush()}},{key:"kill",value:function(){var m=this.normalProgram.gl;this.atlasTexture&&(m.deleteTexture(this.atlasTexture),this.atlasTexture=null),this.atlasManager.destroy(),this.labelGlyphCache.clear(),fe(h,"kill",this,3)([])}}])})(uo);return D(c,"labelMargin",l),D(c,"zoomToLabelSizeRatioFunction",d),new c(a,n,t)}var Cu=`#version 300 es
precision highp float;

in float v_edgeDist;

// R32F target: only the .r channel is stored.
out vec4 fragColor;

void main() {
  fragColor = vec4(v_edgeDist, 0.0, 0.0, 0.0);
}
`;function ku(a,n,t){var e=Ja(a),r=un(a).map(function(v){return"uniform ".concat(v.type," ").concat(v.name,";")}).join(`
`),i=tu(a,t),o=i.code,s=i.multiShape,l=Bt(a,n),d=Object.keys(l.specs).map(function(v){return"float v_".concat(v,";")}).join(`
`),u=Nt(l,{varPrefix:"nodeAttr",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),c=u.fetchCode,f=u.varyingAssignments,h=`#version 300 es
precision highp float;

uniform float u_cameraAngle;
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform float u_frameTextureWidth;
uniform float u_frameTextureHeight;
uniform sampler2D u_layerAttributeTexture;
uniform int u_layerAttributeTextureWidth;
uniform int u_layerAttributeTexelsPerNode;
`.concat(r,`

in float a_nodeIndex;     // node-data texture index (also the target frame texel)
in float a_positionMode;  // 0=right 1=left 2=above 3=below 4=over
in float a_labelAngle;    // intrinsic label angle (radians)

out float v_edgeDist;

// Shape attributes (plain globals: this pass is vertex-only)
`).concat(d,`

`).concat(je,`
`).concat(ut,`
`).concat(e,`
`).concat(o,`
`).concat(ro,`

void main() {
  int nodeIdx = int(a_nodeIndex);
`).concat(c,`
`).concat(f,`
  `).concat(s?`// Multi-shape: the shape id lives in the node-data texture's .w channel:
  g_shapeId = int(readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx).w);`:"// Single-shape mode, shape id not needed",`

  // Per-node rotation alignment (0 = viewport, 1 = graph).
  vec4 nodeFlags = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, nodeIdx);
  float nodeRotation = nodeFlags.r;
  float labelRotation = nodeFlags.g;

  // Effective angle: intrinsic (style-given) plus the camera angle when the label
  // is graph-aligned. The companions place the box at this same angle.
  float effectiveAngle = a_labelAngle - labelRotation * u_cameraAngle;

  // The "over" mode (4) sits on the node center, so it has no edge distance.
  float edgeDist = 0.0;
  if (a_positionMode < 4.0) {
    vec2 screenDir = getLabelDirection(a_positionMode);
    // Rotate by the effective label angle. Inlined rather than via rotate2D()
    // because the shape SDFs (getShapeGLSLForShapes) already define that helper
    // for multi-shape programs, and redefining it would be a GLSL error.
    float ea_c = cos(effectiveAngle);
    float ea_s = sin(effectiveAngle);
    vec2 rotatedScreenDir = mat2(ea_c, -ea_s, ea_s, ea_c) * screenDir;
    // Screen (Y-down) -> SDF (Y-up).
    vec2 sdfDir = vec2(rotatedScreenDir.x, -rotatedScreenDir.y);
    // Counter-rotate into the shape's local frame for graph-aligned nodes, so the
    // boundary is queried against the shape's actual on-screen orientation.
    float nodeCa = -u_cameraAngle * nodeRotation;
    float nc = cos(nodeCa), ns = sin(nodeCa);
    sdfDir = mat2(nc, -ns, ns, nc) * sdfDir;
    edgeDist = findEdgeDistance(sdfDir, 1.0);
  }
  v_edgeDist = edgeDist;

  // Scatter to this node's texel center in the frame texture.
  float x = mod(a_nodeIndex, u_frameTextureWidth);
  float y = floor(a_nodeIndex / u_frameTextureWidth);
  vec2 ndc = (vec2(x, y) + 0.5) / vec2(u_frameTextureWidth, u_frameTextureHeight) * 2.0 - 1.0;
  gl_Position = vec4(ndc, 0.0, 1.0);
  gl_PointSize = 1.0;
}
`);return h}var co=(function(){function a(n,t){K(this,a),D(this,"uniformLocations",{});var e=t.shapes,r=t.layers,i=t.shapeGlobalIds;if(e.length===0)throw new Error("NodeLabelFramePass: at least one shape must be provided");this.gl=n,this.shapeUniforms=un(e),this.hasAttributeData=Object.keys(Bt(e,r).offsets).length>0,this.vertexShader=Ka(n,ku(e,r,i)),this.fragmentShader=Za(n,Cu),this.program=Qa(n,[this.vertexShader,this.fragmentShader]);var o=["u_cameraAngle","u_nodeDataTexture","u_nodeDataTextureWidth","u_frameTextureWidth","u_frameTextureHeight","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode"].concat(X(this.shapeUniforms.map(function(p){return p.name}))),s=O(o),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;this.uniformLocations[d]=n.getUniformLocation(this.program,d)}}catch(p){s.e(p)}finally{s.f()}var u=a.FLOATS_PER_POINT*4;this.vao=n.createVertexArray(),this.buffer=n.createBuffer(),n.bindVertexArray(this.vao),n.bindBuffer(n.ARRAY_BUFFER,this.buffer);var c=O([["a_nodeIndex",0],["a_positionMode",4],["a_labelAngle",8]]),f;try{for(c.s();!(f=c.n()).done;){var h=J(f.value,2),v=h[0],m=h[1],b=n.getAttribLocation(this.program,v);b>=0&&(n.enableVertexAttribArray(b),n.vertexAttribPointer(b,1,n.FLOAT,!1,u,m))}}catch(p){c.e(p)}finally{c.f()}n.bindVertexArray(null)}return Z(a,[{key:"run",value:function(t,e,r,i,o){if(e!==0){var s=this.gl;s.useProgram(this.program),s.bindVertexArray(this.vao),s.bindBuffer(s.ARRAY_BUFFER,this.buffer),s.bufferData(s.ARRAY_BUFFER,t.subarray(0,e*a.FLOATS_PER_POINT),s.DYNAMIC_DRAW);var l=this.uniformLocations;s.uniform1f(l.u_cameraAngle,i.cameraAngle),s.uniform1i(l.u_nodeDataTexture,i.nodeDataTextureUnit),s.uniform1i(l.u_nodeDataTextureWidth,i.nodeDataTextureWidth),s.uniform1f(l.u_frameTextureWidth,r.getTextureWidth()),s.uniform1f(l.u_frameTextureHeight,r.getTextureHeight()),this.hasAttributeData&&o&&(o.bind(Je),l.u_layerAttributeTexture&&s.uniform1i(l.u_layerAttributeTexture,Je),l.u_layerAttributeTextureWidth&&s.uniform1i(l.u_layerAttributeTextureWidth,o.getTextureWidth()),l.u_layerAttributeTexelsPerNode&&s.uniform1i(l.u_layerAttributeTexelsPerNode,o.getTexelsPerItem()));var d=O(this.shapeUniforms),u;try{for(d.s();!(u=d.n()).done;){var c=u.value;nr(s,this.uniformLocations[c.name],c)}}catch(f){d.e(f)}finally{d.f()}r.bindAsRenderTarget(),s.disable(s.BLEND),s.disable(s.DEPTH_TEST),s.drawArrays(s.POINTS,0,e),s.bindFramebuffer(s.FRAMEBUFFER,null),s.bindVertexArray(null)}}},{key:"kill",value:function(){var t=this.gl;t.deleteProgram(this.program),t.deleteShader(this.vertexShader),t.deleteShader(this.fragmentShader),t.deleteBuffer(this.buffer),t.deleteVertexArray(this.vao)}}])})();D(co,"FLOATS_PER_POINT",3);function ho(a,n,t,e,r){var i,o=e.label,s=o===void 0?{}:o,l=e.shapes;if(l.length===0)throw new Error("createNodeProgram: at least one shape must be provided in 'shapes'");var d={},u=[],c;l.forEach(function(w,E){var L=jd(w);E===0&&(c=L),d[w.name]=E,u[E]=dn(L)});var f=X(e.layers),h=Hi({shapes:l,layers:f,shapeGlobalIds:l.length>1?u:void 0,antialias:r}),v=Lu(a,null,t,{label:s}),m=bu(a,null,t,{shapes:l,layers:f,getAttributeTexture:function(){return _.getAttributeTexture()},label:s,shapeGlobalIds:l.length>1?u:void 0}),b=_u(a,n,t,{label:s}),p=e.labelAttachments&&Object.keys(e.labelAttachments).length>0?du(a,null,t,{label:s}):null,g=new co(a,{shapes:l,layers:f,shapeGlobalIds:l.length>1?u:void 0}),y=ia(l,f),T=Ce(y),x=(i=(function(w){function E(L,S,A){var R;K(this,E),R=oe(this,E,[L,S,A]),D(R,"layerLifecycles",new Map),D(R,"layersNeedingRegeneration",new Set),D(R,"attrDescriptors",[]),R._pickingBuffer=S;var F=x.layerTextures.get(L);F||(F=new na(L,T),x.layerTextures.set(L,F)),R.layerAttributeTexture=F;var P=x.textureRefCounts.get(L)||0;x.textureRefCounts.set(L,P+1),R.packedAttributeData=new Float32Array(T.floatsPerItem),f.forEach(function(z,G){if(z.lifecycle){var I={gl:L,renderer:{refresh:function(){return A.refresh()}},getUniformLocation:function(B){return L.getUniformLocation(R.normalProgram.program,B)},requestShaderRegeneration:function(){R.layersNeedingRegeneration.add(G)},requestRefresh:function(){A.refresh()}},C=z.lifecycle(I);R.layerLifecycles.set(G,C)}}),R.layerLifecycles.forEach(function(z){var G;(G=z.init)===null||G===void 0||G.call(z)});var k=new Map;return R.layerLifecycles.forEach(function(z,G){z.getAttributeData&&k.set(G,z)}),R.attrDescriptors=aa(y,T,k),R}return se(E,w),Z(E,[{key:"getDefinition",value:function(){var S=WebGL2RenderingContext,A=S.FLOAT,R=S.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:h.vertexShader,FRAGMENT_SHADER_SOURCE:h.fragmentShader,METHOD:R,UNIFORMS:h.uniforms,ATTRIBUTES:h.attributes,CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:A}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"maybeRegenerateShaders",value:function(){var S=this;if(this.layersNeedingRegeneration.size!==0){f=f.map(function(G,I){if(S.layersNeedingRegeneration.has(I)){var C=S.layerLifecycles.get(I);if(C!=null&&C.regenerate){var N=C.regenerate();return U(U({},N),{},{lifecycle:G.lifecycle})}}return G}),this.layersNeedingRegeneration.clear(),h=Hi({shapes:l,layers:f,shapeGlobalIds:l.length>1?u:void 0,antialias:this.renderer.getSetting("antialiasNodes")});var A=this.normalProgram.gl,R=this.normalProgram,F=R.program,P=R.buffer,k=R.vertexShader,z=R.fragmentShader;A.deleteProgram(F),A.deleteBuffer(P),A.deleteShader(k),A.deleteShader(z),this.normalProgram=this.getProgramInfo("normal",A,h.vertexShader,h.fragmentShader,this._pickingBuffer)}}},{key:"allocateNode",value:function(S){this.layerAttributeTexture.allocate(S)}},{key:"freeNode",value:function(S){this.layerAttributeTexture.free(S)}},{key:"getAttributeTexture",value:function(){return this.layerAttributeTexture}},{key:"uploadLayerTexture",value:function(){this.layerAttributeTexture.upload()}},{key:"process",value:function(S,A,R,F,P){var k=A*this.STRIDE;if(R.visibility==="hidden"){for(var z=k+this.STRIDE;k<z;k++)this.floats[k]=0;this.floats[A*this.STRIDE]=oo;return}this.processVisibleItem(Ct(S),k,R,F,P)}},{key:"processVisibleItem",value:function(S,A,R,F,P){var k,z=this.floats,G=this.ints;if(z[A++]=F,G[A++]=S,z[A++]=(k=R.opacity)!==null&&k!==void 0?k:1,T.floatsPerItem!==0){var I=this.packedAttributeData;ra(this.attrDescriptors,R,I,R.color,this.layerLifecycles,0),this.layerAttributeTexture.updateAllAttributes(P,I)}}},{key:"setUniforms",value:function(S,A){var R=this,F=A.gl,P=A.uniformLocations;P.u_matrix&&F.uniformMatrix3fv(P.u_matrix,!1,S.matrix),P.u_sizeRatio&&F.uniform1f(P.u_sizeRatio,S.sizeRatio),P.u_correctionRatio&&F.uniform1f(P.u_correctionRatio,S.correctionRatio),P.u_pickingPadding&&F.uniform1f(P.u_pickingPadding,S.nodePickingPadding),P.u_cameraAngle&&F.uniform1f(P.u_cameraAngle,S.cameraAngle),P.u_nodeDataTexture&&F.uniform1i(P.u_nodeDataTexture,S.nodeDataTextureUnit),P.u_nodeDataTextureWidth&&F.uniform1i(P.u_nodeDataTextureWidth,S.nodeDataTextureWidth),P.u_layerAttributeTexture&&(this.layerAttributeTexture.bind(Je),F.uniform1i(P.u_layerAttributeTexture,Je)),P.u_layerAttributeTextureWidth&&F.uniform1i(P.u_layerAttributeTextureWidth,this.layerAttributeTexture.getTextureWidth()),P.u_layerAttributeTexelsPerNode&&F.uniform1i(P.u_layerAttributeTexelsPerNode,this.layerAttributeTexture.getTexelsPerItem()),l.forEach(function(k){k.uniforms.forEach(function(z){R.setTypedUniform(z,A)})}),f.forEach(function(k){k.uniforms.forEach(function(z){R.setTypedUniform(z,A)})})}},{key:"render",value:function(S,A,R){this.maybeRegenerateShaders(),fe(E,"render",this,3)([S,A,R])}},{key:"renderProgram",value:function(S,A){var R=A.gl,F=A.program;R.useProgram(F),A===this.normalProgram&&this.layerLifecycles.forEach(function(P){var k;(k=P.beforeRender)===null||k===void 0||k.call(P)}),fe(E,"renderProgram",this,3)([S,A])}},{key:"kill",value:function(){this.layerLifecycles.forEach(function(R){var F;(F=R.kill)===null||F===void 0||F.call(R)}),this.layerLifecycles.clear();var S=this.normalProgram.gl,A=(x.textureRefCounts.get(S)||1)-1;A<=0?(this.layerAttributeTexture.kill(),x.layerTextures.delete(S),x.textureRefCounts.delete(S)):x.textureRefCounts.set(S,A),fe(E,"kill",this,3)([])}}])})(ct),D(i,"layerTextures",new WeakMap),D(i,"textureRefCounts",new WeakMap),i),_=new x(a,null,t);return{nodeProgram:_,labelProgram:v,backdropProgram:m,labelBackgroundProgram:b,attachmentProgram:p,framePass:g,shapeSlug:c,shapeNameToIndex:l.length>1?d:void 0,shapeGlobalIds:l.length>1?u:void 0}}var et=6;function hn(a){var n=a.offsets,t=a.specs,e=a.floatsPerItem,r=Object.keys(n);if(r.length===0||e===0)return{uniformDeclarations:"",uniformNames:[],vertexVaryingDeclarations:"",fragmentVaryingDeclarations:"",fetchCode:"",varyingAssignments:""};var i=`
uniform sampler2D u_edgeAttributeTexture;
uniform int u_edgeAttributeTextureWidth;
uniform int u_edgeAttributeTexelsPerEdge;`,o=["u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"],s=r.map(function(h){var v=t[h].size===1?"float":"vec".concat(t[h].size);return"".concat(v," v_").concat(h,";")}),l=s.map(function(h){return"out ".concat(h)}).join(`
`),d=s.map(function(h){return"in ".concat(h)}).join(`
`),u=Nt(a,{varPrefix:"attr",baseTexelExpr:"edgeIdx * u_edgeAttributeTexelsPerEdge",textureWidthUniform:"u_edgeAttributeTextureWidth",textureSamplerUniform:"u_edgeAttributeTexture"}),c=u.fetchCode,f=u.varyingAssignments;return{uniformDeclarations:i,uniformNames:o,vertexVaryingDeclarations:l,fragmentVaryingDeclarations:d,fetchCode:c,varyingAssignments:f}}function Pu(a){return`
float findSourceClampT_`.concat(a,`(vec2 source, float sourceSize, int sourceShapeId, float sourceRotateAlign, vec2 target, float margin) {
  float lo = 0.0, hi = 0.5;
  float nodeExtent = sourceSize * u_correctionRatio / u_sizeRatio * 2.0;
  float effectiveSize = 1.0 - u_correctionRatio / nodeExtent;

  // Counter-rotate the query point so viewport-aligned nodes (rotateAlign=0) are
  // clamped against their on-screen orientation; graph-aligned nodes skip it.
  float ca = u_cameraAngle * (1.0 - sourceRotateAlign);
  float rc = cos(ca), rs = sin(ca);
  mat2 rot = mat2(rc, -rs, rs, rc);

  for (int i = 0; i < 12; i++) {
    float mid = (lo + hi) * 0.5;
    vec2 pos = path_`).concat(a,`_position(mid, source, target);
    vec2 localPos = rot * ((pos - source) / nodeExtent);
    float sdf = querySDF(sourceShapeId, localPos, effectiveSize);
    if (sdf < 0.0) lo = mid;
    else hi = mid;
  }

  float pathLen = path_`).concat(a,`_length(source, target);
  float marginT = (margin * u_correctionRatio / u_sizeRatio) / pathLen;
  return (lo + hi) * 0.5 + marginT;
}
`)}function Fu(a){return`
float findTargetClampT_`.concat(a,`(vec2 source, vec2 target, float targetSize, int targetShapeId, float targetRotateAlign, float margin) {
  float lo = 0.5, hi = 1.0;
  float nodeExtent = targetSize * u_correctionRatio / u_sizeRatio * 2.0;
  float effectiveSize = 1.0 - u_correctionRatio / nodeExtent;

  // See findSourceClampT_ for the rotation rationale.
  float ca = u_cameraAngle * (1.0 - targetRotateAlign);
  float rc = cos(ca), rs = sin(ca);
  mat2 rot = mat2(rc, -rs, rs, rc);

  for (int i = 0; i < 12; i++) {
    float mid = (lo + hi) * 0.5;
    vec2 pos = path_`).concat(a,`_position(mid, source, target);
    vec2 localPos = rot * ((pos - target) / nodeExtent);
    float sdf = querySDF(targetShapeId, localPos, effectiveSize);
    if (sdf < 0.0) hi = mid;
    else lo = mid;
  }

  float pathLen = path_`).concat(a,`_length(source, target);
  float marginT = (margin * u_correctionRatio / u_sizeRatio) / pathLen;
  return (lo + hi) * 0.5 - marginT;
}
`)}function fo(a){return`
// Auto-generated numerical tangent (from position via finite differences)
vec2 path_`.concat(a,`_tangent(float t, vec2 source, vec2 target) {
  float epsilon = 0.001;
  float t1 = max(0.0, t - epsilon);
  float t2 = min(1.0, t + epsilon);
  vec2 p1 = path_`).concat(a,`_position(t1, source, target);
  vec2 p2 = path_`).concat(a,`_position(t2, source, target);
  return normalize(p2 - p1);
}

// Auto-generated normal (perpendicular to tangent)
vec2 path_`).concat(a,`_normal(float t, vec2 source, vec2 target) {
  vec2 tangent = path_`).concat(a,`_tangent(t, source, target);
  return vec2(-tangent.y, tangent.x);
}
`)}function Iu(a){return`
// Auto-generated path length (samples position 16 times)
float path_`.concat(a,`_length(vec2 source, vec2 target) {
  float len = 0.0;
  vec2 prev = path_`).concat(a,`_position(0.0, source, target);
  for (int i = 1; i <= 16; i++) {
    float t = float(i) / 16.0;
    vec2 curr = path_`).concat(a,`_position(t, source, target);
    len += length(curr - prev);
    prev = curr;
  }
  return len;
}
`)}function Nu(a){return`
// Auto-generated closest_t (coarse sample + ternary search)
float path_`.concat(a,`_closest_t(vec2 p, vec2 source, vec2 target) {
  // Coarse search: find best among 10 samples
  float bestT = 0.0;
  float bestDist = 1e10;
  for (int i = 0; i <= 10; i++) {
    float t = float(i) / 10.0;
    vec2 pos = path_`).concat(a,`_position(t, source, target);
    float d = length(p - pos);
    if (d < bestDist) {
      bestDist = d;
      bestT = t;
    }
  }

  // Refine with ternary search
  float lo = max(0.0, bestT - 0.1);
  float hi = min(1.0, bestT + 0.1);
  for (int i = 0; i < 10; i++) {
    float mid1 = lo + (hi - lo) / 3.0;
    float mid2 = hi - (hi - lo) / 3.0;
    float d1 = length(p - path_`).concat(a,`_position(mid1, source, target));
    float d2 = length(p - path_`).concat(a,`_position(mid2, source, target));
    if (d1 < d2) {
      hi = mid2;
    } else {
      lo = mid1;
    }
  }
  return (lo + hi) * 0.5;
}
`)}function zu(a){return`
// Auto-generated signed distance (via closest_t + normal)
float path_`.concat(a,`_distance(vec2 p, vec2 source, vec2 target) {
  float closestT = path_`).concat(a,`_closest_t(p, source, target);
  vec2 closest = path_`).concat(a,`_position(closestT, source, target);
  vec2 diff = p - closest;
  float dist = length(diff);
  if (dist < 0.0001) return 0.0;

  // Get normal at closest point
  vec2 normal = path_`).concat(a,`_normal(closestT, source, target);
  return dist * sign(dot(diff, normal));
}
`)}function Gu(a){return`
// Auto-generated t_at_distance (binary search)
float path_`.concat(a,`_t_at_distance(float targetDist, vec2 source, vec2 target) {
  if (targetDist <= 0.0) return 0.0;

  float totalLen = path_`).concat(a,`_length(source, target);
  if (targetDist >= totalLen) return 1.0;

  // Binary search for t
  float lo = 0.0, hi = 1.0;
  for (int i = 0; i < 12; i++) {
    float mid = (lo + hi) * 0.5;

    // Compute arc length from 0 to mid
    float arcLen = 0.0;
    vec2 prev = path_`).concat(a,`_position(0.0, source, target);
    for (int j = 1; j <= 8; j++) {
      float t = mid * float(j) / 8.0;
      vec2 curr = path_`).concat(a,`_position(t, source, target);
      arcLen += length(curr - prev);
      prev = curr;
    }

    if (arcLen < targetDist) {
      lo = mid;
    } else {
      hi = mid;
    }
  }
  return (lo + hi) * 0.5;
}
`)}function Kn(a,n){var t=new RegExp("\\b(float|vec[234]|void|int|bool)\\s+".concat(n,"\\s*\\("));return t.test(a)}function go(a,n){var t=[];return Kn(n,"path_".concat(a,"_length"))||t.push(Iu(a)),Kn(n,"path_".concat(a,"_closest_t"))||t.push(Nu(a)),Kn(n,"path_".concat(a,"_distance"))||t.push(zu(a)),Kn(n,"path_".concat(a,"_t_at_distance"))||t.push(Gu(a)),t.length>0?`
// ============================================================================
// Auto-generated fallback functions (path only provided position)
// ============================================================================
`.concat(t.join(`
`)):""}function po(a){var n,t,e,r=a.paths,i=a.layers,o=(n=a.extremities)!==null&&n!==void 0?n:[];if(r.length===0)throw new Error("At least one path is required in 'paths'");if(i.length===0)throw new Error("At least one layer is required in 'layers'");var s=(t=a.defaultHead)!==null&&t!==void 0?t:"none",l=(e=a.defaultTail)!==null&&e!==void 0?e:"none";return{paths:r,extremities:o,layers:i,path:r[0],layer:i[0],defaultHead:s,defaultTail:l}}var vo=WebGL2RenderingContext,ln=vo.FLOAT,Xi=vo.UNSIGNED_BYTE;function Mu(a,n,t){var e=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"]),r=new Set(e);return a.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),n.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),t.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),Array.from(r)}function ar(a){var n=new Set,t=[],e=O(a),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;n.has(i.name)||(n.add(i.name),t.push("// Path: ".concat(i.name)),t.push(i.glsl),t.push(fo(i.name)),t.push(go(i.name,i.glsl)))}}catch(o){e.e(o)}finally{e.f()}return t.join(`

`)}function Bu(a){var n=[],t=O(a),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.push("// Extremity: ".concat(r.name)),n.push(r.glsl)}}catch(i){t.e(i)}finally{t.f()}return n.join(`

`)}var Ou=[{queryName:"queryPathPosition",pathFunc:"position",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathTangent",pathFunc:"tangent",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathNormal",pathFunc:"normal",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathLength",pathFunc:"length",returnType:"float",params:"vec2 source, vec2 target",args:"source, target"},{queryName:"queryPathClosestT",pathFunc:"closest_t",returnType:"float",params:"vec2 p, vec2 source, vec2 target",args:"p, source, target"}];function Wu(a,n){var t=n.queryName,e=n.pathFunc,r=n.returnType,i=n.params,o=n.args;if(a.length===1)return"".concat(r," ").concat(t,"(int pathId, ").concat(i,`) {
  return path_`).concat(a[0].name,"_").concat(e,"(").concat(o,`);
}`);var s=a.map(function(l,d){return"    case ".concat(d,": return path_").concat(l.name,"_").concat(e,"(").concat(o,");")}).join(`
`);return"".concat(r," ").concat(t,"(int pathId, ").concat(i,`) {
  switch (pathId) {
`).concat(s,`
    default: return path_`).concat(a[0].name,"_").concat(e,"(").concat(o,`);
  }
}`)}function rr(a){return Ou.map(function(n){return Wu(a,n)}).join(`

`)}function Uu(a){if(a.length===1)return`float queryExtremitySDF(int extremityId, vec2 uv, float lengthRatio, float widthRatio) {
  return extremity_`.concat(a[0].name,`(uv, lengthRatio, widthRatio);
}`);var n=a.map(function(t,e){return"    case ".concat(e,": return extremity_").concat(t.name,"(uv, lengthRatio, widthRatio);")}).join(`
`);return`float queryExtremitySDF(int extremityId, vec2 uv, float lengthRatio, float widthRatio) {
  switch (extremityId) {
`.concat(n,`
    default: return extremity_`).concat(a[0].name,`(uv, lengthRatio, widthRatio);
  }
}`)}function $u(a){var n=[],t=O(a),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.push(Pu(r.name)),n.push(Fu(r.name))}}catch(s){t.e(s)}finally{t.f()}if(a.length===1)n.push(`
float queryFindSourceClampT(int pathId, vec2 source, float sourceSize, int sourceShapeId, float sourceRotateAlign, vec2 target, float margin) {
  return findSourceClampT_`.concat(a[0].name,`(source, sourceSize, sourceShapeId, sourceRotateAlign, target, margin);
}

float queryFindTargetClampT(int pathId, vec2 source, vec2 target, float targetSize, int targetShapeId, float targetRotateAlign, float margin) {
  return findTargetClampT_`).concat(a[0].name,`(source, target, targetSize, targetShapeId, targetRotateAlign, margin);
}`));else{var i=a.map(function(s,l){return"    case ".concat(l,": return findSourceClampT_").concat(s.name,"(source, sourceSize, sourceShapeId, sourceRotateAlign, target, margin);")}).join(`
`),o=a.map(function(s,l){return"    case ".concat(l,": return findTargetClampT_").concat(s.name,"(source, target, targetSize, targetShapeId, targetRotateAlign, margin);")}).join(`
`);n.push(`
float queryFindSourceClampT(int pathId, vec2 source, float sourceSize, int sourceShapeId, float sourceRotateAlign, vec2 target, float margin) {
  switch (pathId) {
`.concat(i,`
    default: return findSourceClampT_`).concat(a[0].name,`(source, sourceSize, sourceShapeId, sourceRotateAlign, target, margin);
  }
}

float queryFindTargetClampT(int pathId, vec2 source, vec2 target, float targetSize, int targetShapeId, float targetRotateAlign, float margin) {
  switch (pathId) {
`).concat(o,`
    default: return findTargetClampT_`).concat(a[0].name,`(source, target, targetSize, targetShapeId, targetRotateAlign, margin);
  }
}`))}return n.join(`

`)}function Hu(a,n,t,e,r){var i=Ce([].concat(X(a),X(t))),o=hn(i),s=Bt(e,r),l=Object.keys(s.offsets),d=function(w){var E=s.specs[w].size;return E===1?"float":"vec".concat(E)},u=l.map(function(_){return"".concat(d(_)," v_source_").concat(_,`;
`).concat(d(_)," v_target_").concat(_,";")}).join(`
`),c=Nt(s,{varPrefix:"srcNodeAttr",baseTexelExpr:"srcIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture",outputPrefix:"v_source_"}),f=Nt(s,{varPrefix:"tgtNodeAttr",baseTexelExpr:"tgtIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture",outputPrefix:"v_target_"}),h=l.map(function(_){return"".concat(d(_)," g_").concat(_,";")}).join(`
`),v=l.map(function(_){return"  g_".concat(_," = v_source_").concat(_,";")}).join(`
`),m=l.map(function(_){return"  g_".concat(_," = v_target_").concat(_,";")}).join(`
`),b=new Set,p=[],g=function(w){b.has(w.name)||(b.add(w.name),p.push("uniform ".concat(w.type," ").concat(w.name,";")))};a.forEach(function(_){return _.uniforms.forEach(g)}),n.forEach(function(_){return _.uniforms.forEach(g)});var y=n.map(function(_){return de(_.widthFactor)}).join(", "),T=Math.max.apply(Math,X(a.map(function(_){return _.minBodyLengthRatio||0}))),x=`#version 300 es

// Node and edge data textures
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_edgeDataTexture;
uniform int u_edgeDataTextureWidth;

// Edge attribute texture (for path-specific attributes like curvature)
`.concat(o.uniformDeclarations,`

// Node attribute texture (for node shape attributes)
uniform sampler2D u_layerAttributeTexture;
uniform int u_layerAttributeTextureWidth;
uniform int u_layerAttributeTexelsPerNode;

// Render params needed for clamping
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
uniform float u_minEdgeThickness;

// Edge-frame texture dimensions, for scattering each point to its texel
uniform float u_frameTextureWidth;
uniform float u_frameTextureHeight;

// Custom path/extremity uniforms
`).concat(p.join(`
`),`

// Path attribute varyings — assigned so path functions can read them as globals
`).concat(o.vertexVaryingDeclarations,`

// Node size varyings — read by path functions like loop
out float v_sourceNodeSize;
out float v_targetNodeSize;

// Node shape attributes per endpoint, and the ones querySDF reads
`).concat(u,`
`).concat(h,`

// Scattered output written to the edge-frame texel: [tStart, tEnd, straightenFactor, pathLength]
out vec4 v_clamp;

// Extremity width factor array (needed for extremityScale computation)
const float EXTREMITY_WIDTH_FACTORS[`).concat(n.length,"] = float[](").concat(y,`);

// Node-data fetch helpers (geometry texel + rotation-flags texel)
`).concat(je,`
`).concat(ut,`

// Shape SDFs for node boundary clamping
`).concat(Xd(),`
`).concat(qd(new Set(l)),`

// Path functions
`).concat(ar(a),`
`).concat(rr(a),`
`).concat($u(a),`

void main() {
  // One point per edge-data row; the row index is the edge-frame texel target.
  int edgeIdx = gl_VertexID;
  int texel0Idx = edgeIdx * 2;
  int texel1Idx = edgeIdx * 2 + 1;
  ivec2 edgeTexCoord0 = ivec2(texel0Idx % u_edgeDataTextureWidth, texel0Idx / u_edgeDataTextureWidth);
  ivec2 edgeTexCoord1 = ivec2(texel1Idx % u_edgeDataTextureWidth, texel1Idx / u_edgeDataTextureWidth);
  vec4 edgeData0 = texelFetch(u_edgeDataTexture, edgeTexCoord0, 0);
  vec4 edgeData1 = texelFetch(u_edgeDataTexture, edgeTexCoord1, 0);

  int srcIdx = int(edgeData0.x);
  int tgtIdx = int(edgeData0.y);
  float a_thickness = edgeData0.z;
  float a_headLengthRatio = edgeData1.x;
  float a_tailLengthRatio = edgeData1.y;
  int pathId = int(edgeData1.z);
  int extremityPacked = int(edgeData1.w);
  int headId = extremityPacked >> 4;
  int tailId = extremityPacked & 15;

  // Fetch path/layer attributes and assign to path-function globals
`).concat(o.fetchCode,`
`).concat(o.varyingAssignments,`

  // Fetch node shape attributes for both endpoints
`).concat(c.fetchCode,`
`).concat(c.varyingAssignments,`
`).concat(f.fetchCode,`
`).concat(f.varyingAssignments,`

  // Fetch node geometry (texel 0) and rotation flags (texel 1).
  vec4 srcNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx);
  vec4 tgtNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx);

  vec2 a_source = srcNodeData.xy;
  vec2 a_target = tgtNodeData.xy;
  float a_sourceSize = srcNodeData.z;
  float a_targetSize = tgtNodeData.z;
  float a_sourceShapeId = srcNodeData.w;
  float a_targetShapeId = tgtNodeData.w;
  // Per-node rotation alignment (0 = viewport, 1 = graph), for boundary clamping.
  float a_sourceRotateAlign = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx).r;
  float a_targetRotateAlign = readNodeFlags(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx).r;

  v_sourceNodeSize = a_sourceSize;
  v_targetNodeSize = a_targetSize;

  float headLengthRatio = a_headLengthRatio;
  float tailLengthRatio = a_tailLengthRatio;
  float headWidthFactor = EXTREMITY_WIDTH_FACTORS[headId];
  float tailWidthFactor = EXTREMITY_WIDTH_FACTORS[tailId];
  float minBodyLengthRatio = `).concat(de(T),`;

  // Thickness in WebGL units (needed to compute clamping margin and extremity lengths)
  float pixelsThickness = max(a_thickness, u_minEdgeThickness * u_sizeRatio);
  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;

  // SDF clamping: find where the edge body meets the node boundaries. Always
  // searched (ungated) so labels get a true boundary clamp; the body re-applies
  // its extremity gating in-shader.
`).concat(v,`
  float tStart = queryFindSourceClampT(pathId, a_source, a_sourceSize, int(a_sourceShapeId), a_sourceRotateAlign, a_target, 0.0);
`).concat(m,`
  float tEnd = queryFindTargetClampT(pathId, a_source, a_target, a_targetSize, int(a_targetShapeId), a_targetRotateAlign, 0.0);

  // straightenFactor (frame .z) is consumed only by the body, which runs to the
  // node center when an extremity is absent. Derive the straightening math from
  // these gated clamps — not the ungated boundary ones above — so it matches the
  // geometry it drives. The ungated tStart/tEnd remain what labels read.
  float bodyTStart = tailLengthRatio > 0.0 ? tStart : 0.0;
  float bodyTEnd = headLengthRatio > 0.0 ? tEnd : 1.0;

  // Path length and zone boundaries (needed for straightening check)
  float pathLength = queryPathLength(pathId, a_source, a_target);
  float visibleLength = pathLength * (bodyTEnd - bodyTStart);

  float headLength = headLengthRatio * webGLThickness;
  float tailLength = tailLengthRatio * webGLThickness;
  float minBodyLength = minBodyLengthRatio * webGLThickness;

  float totalNeededLength = headLength + tailLength + minBodyLength;
  float extremityScale = 1.0;
  if (totalNeededLength > visibleLength && totalNeededLength > 0.0001) {
    extremityScale = visibleLength / totalNeededLength;
    headLength *= extremityScale;
    tailLength *= extremityScale;
  }

  float headLengthT = pathLength > 0.0001 ? headLength / pathLength : 0.0;
  float tailLengthT = pathLength > 0.0001 ? tailLength / pathLength : 0.0;

  float tTailEnd = bodyTStart + tailLengthT;
  float tHeadStart = bodyTEnd - headLengthT;
  if (tTailEnd > tHeadStart) {
    float mid = (bodyTStart + bodyTEnd) * 0.5;
    tTailEnd = mid;
    tHeadStart = mid;
  }

  // Straighten factor: blend toward straight line when path twists in extremity zones
  float straightenFactor = 0.0;
  {
    float maxDeviation = 0.0;
    if (tailLengthT > 0.0001) {
      vec2 tailTang = queryPathTangent(pathId, tTailEnd, a_source, a_target);
      vec2 tailChord = queryPathPosition(pathId, bodyTStart, a_source, a_target)
                     - queryPathPosition(pathId, tTailEnd, a_source, a_target);
      float tailChordLen = length(tailChord);
      if (tailChordLen > 0.0001) {
        maxDeviation = max(maxDeviation, 1.0 - dot(-tailTang, tailChord / tailChordLen));
      }
    }
    if (headLengthT > 0.0001) {
      vec2 headTang = queryPathTangent(pathId, tHeadStart, a_source, a_target);
      vec2 headChord = queryPathPosition(pathId, bodyTEnd, a_source, a_target)
                     - queryPathPosition(pathId, tHeadStart, a_source, a_target);
      float headChordLen = length(headChord);
      if (headChordLen > 0.0001) {
        maxDeviation = max(maxDeviation, 1.0 - dot(headTang, headChord / headChordLen));
      }
    }
    straightenFactor = smoothstep(0.035, 0.5, maxDeviation);
  }

  // When straightening, blend the ungated tStart/tEnd (the label-facing clamps)
  // toward straight-line clamp positions.
  if (straightenFactor > 0.001) {
    if (tailLengthRatio > 0.0) {
`).concat(v,`
      float srcExtent = a_sourceSize * u_correctionRatio / u_sizeRatio * 2.0;
      float srcEffective = 1.0 - u_correctionRatio / srcExtent;
      float srcCa = u_cameraAngle * (1.0 - a_sourceRotateAlign);
      mat2 srcRot = mat2(cos(srcCa), -sin(srcCa), sin(srcCa), cos(srcCa));
      float lo = 0.0, hi = 0.5;
      for (int i = 0; i < 12; i++) {
        float mid = (lo + hi) * 0.5;
        vec2 pos = mix(a_source, a_target, mid);
        vec2 localPos = srcRot * ((pos - a_source) / srcExtent);
        float sdf = querySDF(int(a_sourceShapeId), localPos, srcEffective);
        if (sdf < 0.0) lo = mid; else hi = mid;
      }
      tStart = mix(tStart, (lo + hi) * 0.5, straightenFactor);
    }
    if (headLengthRatio > 0.0) {
`).concat(m,`
      float tgtExtent = a_targetSize * u_correctionRatio / u_sizeRatio * 2.0;
      float tgtEffective = 1.0 - u_correctionRatio / tgtExtent;
      float tgtCa = u_cameraAngle * (1.0 - a_targetRotateAlign);
      mat2 tgtRot = mat2(cos(tgtCa), -sin(tgtCa), sin(tgtCa), cos(tgtCa));
      float lo = 0.5, hi = 1.0;
      for (int i = 0; i < 12; i++) {
        float mid = (lo + hi) * 0.5;
        vec2 pos = mix(a_source, a_target, mid);
        vec2 localPos = tgtRot * ((pos - a_target) / tgtExtent);
        float sdf = querySDF(int(a_targetShapeId), localPos, tgtEffective);
        if (sdf < 0.0) hi = mid; else lo = mid;
      }
      tEnd = mix(tEnd, (lo + hi) * 0.5, straightenFactor);
    }
  }

  v_clamp = vec4(tStart, tEnd, straightenFactor, pathLength);

  // Scatter this point to its edge's texel center in the frame texture.
  float x = mod(float(edgeIdx), u_frameTextureWidth);
  float y = floor(float(edgeIdx) / u_frameTextureWidth);
  vec2 ndc = (vec2(x, y) + 0.5) / vec2(u_frameTextureWidth, u_frameTextureHeight) * 2.0 - 1.0;
  gl_Position = vec4(ndc, 0.0, 1.0);
  gl_PointSize = 1.0;
}
`);return x}var Zn=0,qi=1,Qn=2;function Vu(a,n,t){var e=[];t&&(e.push([Zn,0,-1],[Zn,0,1]),e.push([Zn,1,-1],[Zn,1,1]));for(var r=0;r<=a;r++){var i=r/a;e.push([qi,i,-1],[qi,i,1])}return n&&(e.push([Qn,0,-1],[Qn,0,1]),e.push([Qn,1,-1],[Qn,1,1])),{data:e,attributes:[{name:"a_zone",size:1,type:ln},{name:"a_zoneT",size:1,type:ln},{name:"a_side",size:1,type:ln}],verticesPerEdge:e.length}}function ju(a,n,t,e){var r=Ce([].concat(X(a),X(t))),i=hn(r),o=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding","u_nodeDataTexture"]),s=new Set,l=[],d=function(p){!o.has(p.name)&&!s.has(p.name)&&(s.add(p.name),l.push("uniform ".concat(p.type," ").concat(p.name,";")))};a.forEach(function(b){return b.uniforms.forEach(d)}),n.forEach(function(b){return b.uniforms.forEach(d)}),t.forEach(function(b){return b.uniforms.forEach(d)});var u=e.map(function(b){var p=b.size===1?"float":"vec".concat(b.size);return"in ".concat(p," ").concat(b.name,";")}).join(`
`),c=n.map(function(b){return de(b.widthFactor)}).join(", "),f=Math.max.apply(Math,X(a.map(function(b){return b.minBodyLengthRatio||0}))),h=t.some(function(b){return b.needsNodeColors}),v=a.some(function(b){return b.needsNodeSize}),m=`#version 300 es

// Constant attributes (per vertex)
`.concat(u,`

// Per-edge attributes
// Edge data (source/target indices, thickness, extremity ratios, path/extremity IDs)
// is fetched from edge data texture via edge index
in float a_edgeIndex;   // Index into edge data texture
in vec4 a_color;        // Edge color
in vec4 a_id;           // Edge ID for picking
in float a_opacity;     // Edge opacity

// Standard uniforms
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_zoomRatio;
uniform float u_pixelRatio;
uniform float u_cameraAngle;
uniform float u_minEdgeThickness;
#ifdef PICKING_MODE
uniform float u_pickingPadding;
#endif
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_edgeDataTexture;
uniform int u_edgeDataTextureWidth;
uniform sampler2D u_edgeFrameTexture;
uniform int u_edgeFrameTextureWidth;

// Edge path attribute texture uniforms
`).concat(i.uniformDeclarations,`

// Custom uniforms
`).concat(l.join(`
`),`

// Standard varyings
out vec4 v_color;
out float v_opacity;
out vec4 v_id;
out float v_thickness;       // Edge body thickness (in consistent units)
out float v_t;
out float v_tStart;
out float v_tEnd;
out float v_side;
out float v_antialiasingWidth;  // Anti-aliasing width (normalized: u_correctionRatio / thickness)
out vec2 v_source;
out vec2 v_target;
out float v_edgeLength;
`).concat(v?`
out float v_sourceNodeSize;  // Source node size (mirrored in labels/generator.ts as plain float)
out float v_targetNodeSize;  // Target node size (mirrored in labels/generator.ts as plain float)`:"",`
`).concat(h?`
out vec4 v_sourceColor;
out vec4 v_targetColor;`:"",`
// Zone varyings
out float v_zone;            // 0=tail, 1=body, 2=head
out float v_zoneT;           // Position within zone [0,1]
out float v_headLengthRatio; // Head length as ratio of thickness
out float v_tailLengthRatio; // Tail length as ratio of thickness
out float v_headWidthRatio;  // Head width factor
out float v_tailWidthRatio;  // Tail width factor

// Multi-path/extremity varyings
flat out int v_pathId;
flat out int v_headId;
flat out int v_tailId;

// Path/layer attribute varyings (fetched from edge attribute texture)
`).concat(i.vertexVaryingDeclarations,`

const float bias = 255.0 / 254.0;

// Width factor array for extremities (shared pool for head/tail)
const float EXTREMITY_WIDTH_FACTORS[`).concat(n.length,"] = float[](").concat(c,`);

// All path functions
`).concat(ar(a),`

// Path selector functions
`).concat(rr(a),`

// Node-data fetch helper (geometry texel of the two-texel node stride)
`).concat(je,`
`).concat(h?eu:"",`
// Per-edge clamp from the frame-pass (tStart, tEnd, straightenFactor, pathLength)
`).concat(Mt,`

void main() {
  // Fetch edge data from edge texture (2 texels per edge)
  // Texel 0: sourceNodeIndex, targetNodeIndex, thickness, reserved
  // Texel 1: headLengthRatio, tailLengthRatio, pathId, (headId << 4) | tailId
  int edgeIdx = int(a_edgeIndex);

  // Hidden edges are flagged with a negative row by EdgeProgram.process(). Push
  // the whole primitive outside the clip volume: every vertex lands at the same
  // out-of-range position, so it is fully clipped and rasterizes nothing —
  // neither to the frame buffer nor to the picking buffer.
  if (edgeIdx < 0) {
    gl_Position = vec4(2.0, 0.0, 0.0, 1.0);
    v_color = vec4(0.0);
    v_id = vec4(0.0);
    return;
  }

  int texel0Idx = edgeIdx * 2;
  int texel1Idx = edgeIdx * 2 + 1;
  ivec2 edgeTexCoord0 = ivec2(texel0Idx % u_edgeDataTextureWidth, texel0Idx / u_edgeDataTextureWidth);
  ivec2 edgeTexCoord1 = ivec2(texel1Idx % u_edgeDataTextureWidth, texel1Idx / u_edgeDataTextureWidth);
  vec4 edgeData0 = texelFetch(u_edgeDataTexture, edgeTexCoord0, 0);
  vec4 edgeData1 = texelFetch(u_edgeDataTexture, edgeTexCoord1, 0);

  // Unpack edge data
  int srcIdx = int(edgeData0.x);
  int tgtIdx = int(edgeData0.y);
  float a_thickness = edgeData0.z;
  // edgeData0.w is now reserved (curvature moved to path attribute texture)
  float a_headLengthRatio = edgeData1.x;
  float a_tailLengthRatio = edgeData1.y;
  int pathId = int(edgeData1.z);
  int extremityPacked = int(edgeData1.w);
  int headId = extremityPacked >> 4;
  int tailId = extremityPacked & 15;

  // Fetch path/layer attributes from edge attribute texture
`).concat(i.fetchCode,`

  // Assign path/layer attribute varyings
`).concat(i.varyingAssignments,`

  // Fetch source and target node geometry (texel 0 of the two-texel node stride)
  vec4 srcNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx);
  vec4 tgtNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx);

  vec2 a_source = srcNodeData.xy;
  vec2 a_target = tgtNodeData.xy;
`).concat(v?`
  // Assign node size varyings early (path functions like loops need them during clamping)
  v_sourceNodeSize = srcNodeData.z;
  v_targetNodeSize = tgtNodeData.z;`:"",`
`).concat(h?`
  v_sourceColor = readNodeColor(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx);
  v_targetColor = readNodeColor(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx);`:"",`

  // Convert thickness to WebGL units
  float minThickness = u_minEdgeThickness;
  float pixelsThickness = max(a_thickness, minThickness * u_sizeRatio);
  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;

  // Extremity parameters from ID lookups (shared pool)
  float headLengthRatio = a_headLengthRatio;
  float tailLengthRatio = a_tailLengthRatio;
  float headWidthFactor = EXTREMITY_WIDTH_FACTORS[headId];
  float tailWidthFactor = EXTREMITY_WIDTH_FACTORS[tailId];
  float minBodyLengthRatio = `).concat(de(f),`;

  // Per-edge values from the frame-pass texture (read by edge index).
  // tStart/tEnd are the ungated boundary clamps: re-apply the body's extremity
  // gating here (no extremity → body runs to the node center, 0/1).
  vec4 frameClamp = readFrameTexel(u_edgeFrameTexture, u_edgeFrameTextureWidth, edgeIdx);
  float tStart           = a_tailLengthRatio > 0.0 ? frameClamp.x : 0.0;
  float tEnd             = a_headLengthRatio > 0.0 ? frameClamp.y : 1.0;
  float straightenFactor = frameClamp.z;
  float pathLength       = frameClamp.w;

  // Anti-aliasing width (~1 pixel, normalized by thickness)
  float antialiasingWidth = u_correctionRatio / webGLThickness;

  float visibleLength = pathLength * (tEnd - tStart);

  // Compute extremity lengths in world units
  float headLength = headLengthRatio * webGLThickness;
  float tailLength = tailLengthRatio * webGLThickness;
  float minBodyLength = minBodyLengthRatio * webGLThickness;

  // Handle short edges: scale down extremities if needed
  float totalNeededLength = headLength + tailLength + minBodyLength;
  float extremityScale = 1.0;
  if (totalNeededLength > visibleLength && totalNeededLength > 0.0001) {
    extremityScale = visibleLength / totalNeededLength;
    headLength *= extremityScale;
    tailLength *= extremityScale;
  }

  // Convert lengths to t-values
  float headLengthT = pathLength > 0.0001 ? headLength / pathLength : 0.0;
  float tailLengthT = pathLength > 0.0001 ? tailLength / pathLength : 0.0;

  // Zone boundaries in t-space
  float tTailEnd = tStart + tailLengthT;
  float tHeadStart = tEnd - headLengthT;

  // Ensure body has non-negative length
  if (tTailEnd > tHeadStart) {
    float mid = (tStart + tEnd) * 0.5;
    tTailEnd = mid;
    tHeadStart = mid;
  }

  // Convert to webGL units for geometry expansion
  float aaWidthWebGL = antialiasingWidth * webGLThickness;

  // Extra geometry width for picking padding (0 in visual mode)
  #ifdef PICKING_MODE
    float pickingPaddingWebGL = u_pickingPadding * u_correctionRatio;
  #else
    float pickingPaddingWebGL = 0.0;
  #endif

  // Straight-line direction and normal (for blending when straightenFactor > 0)
  vec2 straightDir = length(a_target - a_source) > 0.0001
    ? normalize(a_target - a_source) : vec2(1.0, 0.0);
  vec2 straightNormal = vec2(-straightDir.y, straightDir.x);

  // Zone-based vertex processing using path selectors
  vec2 position;
  vec2 normal;
  float t;
  float zone = a_zone;
  float zoneT = a_zoneT;
  float side = a_side;

  // Scaled extremity width factors (geometry must be at least as wide as body)
  float scaledTailWidth = max(tailWidthFactor * extremityScale, 1.0);
  float scaledHeadWidth = max(headWidthFactor * extremityScale, 1.0);

  if (zone < 0.5) {
    // TAIL ZONE: rectangular quad with scaled width
    vec2 tang = queryPathTangent(pathId, tTailEnd, a_source, a_target);
    normal = vec2(-tang.y, tang.x);
    vec2 centerPos = mix(queryPathPosition(pathId, tStart, a_source, a_target),
                         queryPathPosition(pathId, tTailEnd, a_source, a_target), zoneT);
    float halfWidth = webGLThickness * scaledTailWidth * 0.5 + aaWidthWebGL + pickingPaddingWebGL;
    position = centerPos + normal * side * halfWidth;
    t = mix(tStart, tTailEnd, zoneT);

  } else if (zone < 1.5) {
    // BODY ZONE: follows path curvature with width = 1.0
    t = mix(tTailEnd, tHeadStart, zoneT);
    normal = queryPathNormal(pathId, t, a_source, a_target);
    float halfWidth = webGLThickness * 0.5 + aaWidthWebGL + pickingPaddingWebGL;
    position = queryPathPosition(pathId, t, a_source, a_target) + normal * side * halfWidth;

  } else {
    // HEAD ZONE: rectangular quad with scaled width
    vec2 tang = queryPathTangent(pathId, tHeadStart, a_source, a_target);
    normal = vec2(-tang.y, tang.x);
    vec2 centerPos = mix(queryPathPosition(pathId, tHeadStart, a_source, a_target),
                         queryPathPosition(pathId, tEnd, a_source, a_target), zoneT);
    float halfWidth = webGLThickness * scaledHeadWidth * 0.5 + aaWidthWebGL + pickingPaddingWebGL;
    position = centerPos + normal * side * halfWidth;
    t = mix(tHeadStart, tEnd, zoneT);
  }

  // Blend toward straight line based on path twist in extremity zones
  if (straightenFactor > 0.001) {
    float zoneWidth = zone < 0.5 ? webGLThickness * scaledTailWidth * 0.5 + aaWidthWebGL + pickingPaddingWebGL :
                      zone < 1.5 ? webGLThickness * 0.5 + aaWidthWebGL + pickingPaddingWebGL :
                      webGLThickness * scaledHeadWidth * 0.5 + aaWidthWebGL + pickingPaddingWebGL;
    vec2 straightPos = mix(a_source, a_target, t) + straightNormal * side * zoneWidth;
    position = mix(position, straightPos, straightenFactor);
  }

  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);

  // Pass varyings to fragment shader
  v_color = a_color;
  v_color.a *= bias;
  v_opacity = a_opacity;
  v_id = a_id;
  v_thickness = webGLThickness;
  v_t = t;
  v_tStart = tStart;
  v_tEnd = tEnd;
  v_side = side;
  v_antialiasingWidth = antialiasingWidth;
  v_source = a_source;
  v_target = a_target;
  v_edgeLength = pathLength;

  // Zone varyings
  v_zone = zone;
  v_zoneT = zoneT;
  v_headLengthRatio = headLengthRatio * extremityScale;
  v_tailLengthRatio = tailLengthRatio * extremityScale;
  // Scale extremity width proportionally with length when crushed
  v_headWidthRatio = headWidthFactor * extremityScale;
  v_tailWidthRatio = tailWidthFactor * extremityScale;

  // Multi-path varyings
  v_pathId = pathId;
  v_headId = headId;
  v_tailId = tailId;
}
`);return m}function Xu(a,n,t,e){var r=Ce([].concat(X(a),X(t))),i=hn(r),o=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding"]),s=new Set,l=[],d=function(g){!o.has(g.name)&&!s.has(g.name)&&(s.add(g.name),l.push("uniform ".concat(g.type," ").concat(g.name,";")))};a.forEach(function(p){return p.uniforms.forEach(d)}),n.forEach(function(p){return p.uniforms.forEach(d)}),t.forEach(function(p){return p.uniforms.forEach(d)});var u=n.map(function(p){var g;return de((g=p.baseRatio)!==null&&g!==void 0?g:.5)}).join(", "),c=function(g){var y,T;return n.length>1?"EXTREMITY_BASE_RATIOS[".concat(g,"]"):de((y=(T=n[0])===null||T===void 0?void 0:T.baseRatio)!==null&&y!==void 0?y:.5)},f=n.some(function(p){return Fe(p.length)?!0:p.length>0}),h=t.some(function(p){return p.needsNodeColors}),v=a.some(function(p){return p.needsNodeSize}),m=t.map(function(p,g){return"  // Layer ".concat(g+1,": ").concat(p.name,`
  color = blendOver(color, layer_`).concat(p.name,"(context));")}).join(`

`),b=`#version 300 es
precision highp float;

// Standard varyings
in vec4 v_color;
in float v_opacity;
in vec4 v_id;
in float v_thickness;       // Edge body thickness
in float v_t;
in float v_tStart;
in float v_tEnd;
in float v_side;
in float v_antialiasingWidth;  // Anti-aliasing width (normalized: u_correctionRatio / thickness)
in vec2 v_source;
in vec2 v_target;
in float v_edgeLength;
`.concat(v?`
in float v_sourceNodeSize;   // Source node size (mirrored in labels/generator.ts as plain float)
in float v_targetNodeSize;   // Target node size (mirrored in labels/generator.ts as plain float)`:"",`
`).concat(h?`
in vec4 v_sourceColor;
in vec4 v_targetColor;`:"",`
// Zone varyings
in float v_zone;            // 0=tail, 1=body, 2=head
in float v_zoneT;           // Position within zone [0,1]
in float v_headLengthRatio; // Head length as ratio of thickness (scaled for short edges)
in float v_tailLengthRatio; // Tail length as ratio of thickness (scaled for short edges)
in float v_headWidthRatio;  // Head width factor
in float v_tailWidthRatio;  // Tail width factor

// Multi-path/extremity varyings
flat in int v_pathId;
flat in int v_headId;
flat in int v_tailId;

// Path/layer attribute varyings (from vertex shader texture fetch)
`).concat(i.fragmentVaryingDeclarations,`

// Standard uniforms (needed by some path types)
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;
#ifdef PICKING_MODE
uniform float u_pickingPadding;
#endif

// Custom uniforms
`).concat(l.join(`
`),`

// Fragment output (single target - picking handled via separate pass)
out vec4 fragColor;

`).concat(n.length>1?`// Base ratio array for extremities (shared pool for head/tail)
const float EXTREMITY_BASE_RATIOS[`.concat(n.length,"] = float[](").concat(u,");"):"",`

// EdgeContext struct
struct EdgeContext {
  float t;                   // Position along path [0, 1]
  float sdf;                 // Signed distance from centerline
  vec2 position;             // World position
  vec2 tangent;              // Path tangent
  vec2 normal;               // Path normal
  float thickness;           // Edge thickness
  float aaWidth;             // Anti-aliasing width
  float edgeLength;          // Total path length
  float tStart;              // Clamped start t
  float tEnd;                // Clamped end t
  float distanceFromSource;  // Arc distance from source
  float distanceToTarget;    // Arc distance to target
};

EdgeContext context;

// Alpha "over" compositing for layer blending
vec4 blendOver(vec4 bg, vec4 fg) {
  float a = fg.a;
  return vec4(mix(bg.rgb, fg.rgb, a), bg.a + a * (1.0 - bg.a));
}

// All path functions
`).concat(ar(a),`

// Path selector functions
`).concat(rr(a),`

// All extremity functions
`).concat(Bu(n),`

// Extremity SDF selector (shared pool for head/tail)
`).concat(Uu(n),`

// Layer functions
`).concat(t.map(function(p){return p.glsl}).join(`

`),`

// Helper: Compute arc length using path selector
float computeArcLengthMulti(int pathId, float t0, float t1, vec2 source, vec2 target, int samples) {
  float arcLen = 0.0;
  vec2 prev = queryPathPosition(pathId, t0, source, target);
  for (int i = 1; i <= samples; i++) {
    float t = t0 + (t1 - t0) * float(i) / float(samples);
    vec2 curr = queryPathPosition(pathId, t, source, target);
    arcLen += length(curr - prev);
    prev = curr;
  }
  return arcLen;
}

void main() {
  // Compute normalized t within visible edge (0 = start, 1 = end)
  float tNorm = (v_t - v_tStart) / max(v_tEnd - v_tStart, 0.0001);

  // Edge body half-thickness
  float halfThickness = v_thickness * 0.5;

  // Convert normalized AA width to webGL units (~1 pixel)
  float aaWidthWebGL = v_antialiasingWidth * v_thickness;

  // Distance from centerline based on v_side interpolation
  float zoneWidthFactor = v_zone < 0.5 ? v_tailWidthRatio :
                          v_zone < 1.5 ? 1.0 :
                          v_headWidthRatio;
  // In PICKING_MODE, inflate halfGeometryWidth to match the inflated vertex geometry
  #ifdef PICKING_MODE
    float halfGeometryWidth = halfThickness * zoneWidthFactor + aaWidthWebGL + u_pickingPadding * aaWidthWebGL;
  #else
    float halfGeometryWidth = halfThickness * zoneWidthFactor + aaWidthWebGL;
  #endif
  float distFromCenter = abs(v_side) * halfGeometryWidth;

  // Populate EdgeContext (for layer functions)
  context.t = tNorm;
  context.sdf = distFromCenter - halfThickness;
  context.position = queryPathPosition(v_pathId, v_t, v_source, v_target);
  context.tangent = queryPathTangent(v_pathId, v_t, v_source, v_target);
  context.normal = vec2(-context.tangent.y, context.tangent.x);
  context.thickness = v_thickness;
  context.aaWidth = aaWidthWebGL;
  context.edgeLength = v_edgeLength;
  context.tStart = v_tStart;
  context.tEnd = v_tEnd;

  // Compute arc distances
  float visibleLength = v_edgeLength * (v_tEnd - v_tStart);
  float pathT = v_t;
  float pathTNorm = tNorm;
`).concat(a.every(function(p){return p.linearParameterization})?`  // All paths have linear parameterization: t maps directly to arc distance
  context.distanceFromSource = pathTNorm * visibleLength;
  context.distanceToTarget = (1.0 - pathTNorm) * visibleLength;`:a.every(function(p){return!p.linearParameterization})?`  // No paths have linear parameterization: use numerical integration
  context.distanceFromSource = computeArcLengthMulti(v_pathId, v_tStart, pathT, v_source, v_target, 16);
  context.distanceToTarget = computeArcLengthMulti(v_pathId, pathT, v_tEnd, v_source, v_target, 16);`:`  // Mixed parameterization: use analytical for linear paths, numerical for others
  if (`.concat(a.filter(function(p){return p.linearParameterization}).map(function(p){return"v_pathId == ".concat(a.indexOf(p))}).join(" || "),`) {
    context.distanceFromSource = pathTNorm * visibleLength;
    context.distanceToTarget = (1.0 - pathTNorm) * visibleLength;
  } else {
    context.distanceFromSource = computeArcLengthMulti(v_pathId, v_tStart, pathT, v_source, v_target, 16);
    context.distanceToTarget = computeArcLengthMulti(v_pathId, pathT, v_tEnd, v_source, v_target, 16);
  }`),`

  // Compute SDF based on zone using extremity selector (shared pool)
  float bodySDF = distFromCenter - halfThickness;
  float finalSDF;

`).concat(f?`  // Base ratios, from baseRatioLookup
  float headBaseRatio = `.concat(c("v_headId"),`;
  float tailBaseRatio = `).concat(c("v_tailId"),`;

  if (v_zone < 0.5) {
    // TAIL ZONE: v_zoneT goes 0 (tip) to 1 (base)
    vec2 uv = vec2((1.0 - v_zoneT) * v_tailLengthRatio, v_side * v_tailWidthRatio * 0.5);
    float tailSDF = queryExtremitySDF(v_tailId, uv, v_tailLengthRatio, v_tailWidthRatio) * v_thickness;

    // Apply union only near base (v_zoneT > 1 - baseRatio)
    if (v_zoneT > 1.0 - tailBaseRatio) {
      finalSDF = min(tailSDF, bodySDF);
    } else {
      finalSDF = tailSDF;
    }
  } else if (v_zone < 1.5) {
    // BODY ZONE: distance from centerline
    finalSDF = bodySDF;
  } else {
    // HEAD ZONE: v_zoneT goes 0 (base) to 1 (tip)
    vec2 uv = vec2(v_zoneT * v_headLengthRatio, v_side * v_headWidthRatio * 0.5);
    float headSDF = queryExtremitySDF(v_headId, uv, v_headLengthRatio, v_headWidthRatio) * v_thickness;

    // Apply union only near base (v_zoneT < baseRatio)
    if (v_zoneT < headBaseRatio) {
      finalSDF = min(headSDF, bodySDF);
    } else {
      finalSDF = headSDF;
    }
  }`):`  // No extremity draws tail/head geometry, so every vertex is body zone.
  finalSDF = bodySDF;`,`

  #ifdef PICKING_MODE
    // Picking pass: output edge ID for pixels within the picking area
    if (finalSDF > u_pickingPadding * aaWidthWebGL) discard;
    fragColor = v_id;
  #else
`).concat(e?`    // Visual pass: anti-aliased edge with layers, edge opacity applied once
    float alpha = smoothstep(aaWidthWebGL, -aaWidthWebGL, finalSDF) * v_opacity;`:`    // Visual pass: hard-edged (no anti-aliasing gradient) edge with layers, edge opacity applied once
    float alpha = (finalSDF < 0.0 ? 1.0 : 0.0) * v_opacity;`,`
    if (alpha < 0.01) discard;

    // Apply layers sequentially with "over" compositing
    vec4 color = vec4(0.0);

`).concat(m,`

    // Mix with transparent to fade both color AND alpha (pre-multiplied alpha for correct blending)
    fragColor = mix(vec4(0.0), color, alpha);
  #endif
}
`);return b}function qu(a,n,t){var e=Fe(n.length)?!0:n.length>0,r=Fe(t.length)?!0:t.length>0;if(a.generateConstantData){var i=a.generateConstantData();return{data:i.data,attributes:i.attributes,verticesPerEdge:i.verticesPerEdge}}return Vu(a.segments,e,r)}function Yi(a){var n,t=po(a),e=t.paths,r=t.extremities,i=t.layers,o=(n=a.antialias)!==null&&n!==void 0?n:!0,s=new Map,l=new Map,d=new Map,u=O(e),c;try{for(u.s();!(c=u.n()).done;){var f=c.value,h=O(r),v;try{for(h.s();!(v=h.n()).done;){var m=v.value,b=O(r),p;try{for(b.s();!(p=b.n()).done;){var g=p.value,y="".concat(f.name,":").concat(m.name,":").concat(g.name),T=qu(f,m,g);s.set(y,T.verticesPerEdge),l.set(y,T.data);var x=O(T.attributes),_;try{for(x.s();!(_=x.n()).done;){var w=_.value;d.has(w.name)||d.set(w.name,w)}}catch(V){x.e(V)}finally{x.f()}}}catch(V){b.e(V)}finally{b.f()}}}catch(V){h.e(V)}finally{h.f()}}}catch(V){u.e(V)}finally{u.f()}var E=Array.from(d.values()),L={};E.forEach(function(V,j){L[V.name]=j});var S=0,A="",R=O(s),F;try{for(R.s();!(F=R.n()).done;){var P=J(F.value,2),k=P[0],z=P[1];z>S&&(S=z,A=k)}}catch(V){R.e(V)}finally{R.f()}var G=l.get(A)||[],I=A.split(":"),C=J(I,1),N=C[0],B=e.find(function(V){return V.name===N}),W=[];B!=null&&B.generateConstantData?W=B.generateConstantData().attributes:W=[{name:"a_zone"},{name:"a_zoneT"},{name:"a_side"}];var Y=G.map(function(V){var j=new Array(E.length).fill(0);return W.forEach(function(ce,te){var ke=L[ce.name];ke!==void 0&&te<V.length&&(j[ke]=V[te])}),j});return{vertexShader:ju(e,r,i,E),fragmentShader:Xu(e,r,i,o),uniforms:Mu(e,r,i),attributes:Yu(),verticesPerEdge:S,constantData:Y,constantAttributes:E,vertexCountsPerCombination:s,constantDataPerCombination:l}}function Yu(a,n,t){return[{name:"a_edgeIndex",size:1,type:ln},{name:"a_color",size:4,type:Xi,normalized:!0},{name:"a_id",size:4,type:Xi,normalized:!0},{name:"a_opacity",size:1,type:ln}]}var Ku=`#version 300 es
precision highp float;

in vec4 v_clamp;

// RGBA32F target: stores (tStart, tEnd, straightenFactor, pathLength).
out vec4 fragColor;

void main() {
  fragColor = v_clamp;
}
`,Zu=(function(){function a(n,t){K(this,a),D(this,"uniformLocations",{});var e=t.paths,r=t.extremities,i=t.layers,o=t.nodeShapes,s=t.nodeLayers;this.gl=n,this.hasAttributeData=Ce([].concat(X(e),X(i))).floatsPerItem>0,this.hasNodeAttributeData=Object.keys(Bt(o,s).offsets).length>0,this.vertexShader=Ka(n,Hu(e,r,i,o,s)),this.fragmentShader=Za(n,Ku),this.program=Qa(n,[this.vertexShader,this.fragmentShader]);var l=new Set;this.customUniforms=[];for(var d=0,u=[].concat(X(e),X(r));d<u.length;d++){var c=u[d],f=O(c.uniforms),h;try{for(f.s();!(h=f.n()).done;){var v=h.value;l.has(v.name)||(l.add(v.name),this.customUniforms.push(v))}}catch(y){f.e(y)}finally{f.f()}}var m=["u_sizeRatio","u_correctionRatio","u_cameraAngle","u_minEdgeThickness","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode","u_frameTextureWidth","u_frameTextureHeight"].concat(X(this.customUniforms.map(function(y){return y.name}))),b=O(m),p;try{for(b.s();!(p=b.n()).done;){var g=p.value;this.uniformLocations[g]=n.getUniformLocation(this.program,g)}}catch(y){b.e(y)}finally{b.f()}this.vao=n.createVertexArray()}return Z(a,[{key:"run",value:function(t,e,r,i,o){if(r!==0){var s=this.gl,l=this.uniformLocations;s.useProgram(this.program),s.bindVertexArray(this.vao),l.u_sizeRatio&&s.uniform1f(l.u_sizeRatio,t.sizeRatio),l.u_correctionRatio&&s.uniform1f(l.u_correctionRatio,t.correctionRatio),l.u_cameraAngle&&s.uniform1f(l.u_cameraAngle,t.cameraAngle),l.u_minEdgeThickness&&s.uniform1f(l.u_minEdgeThickness,t.minEdgeThickness),l.u_nodeDataTexture&&s.uniform1i(l.u_nodeDataTexture,t.nodeDataTextureUnit),l.u_nodeDataTextureWidth&&s.uniform1i(l.u_nodeDataTextureWidth,t.nodeDataTextureWidth),l.u_edgeDataTexture&&s.uniform1i(l.u_edgeDataTexture,t.edgeDataTextureUnit),l.u_edgeDataTextureWidth&&s.uniform1i(l.u_edgeDataTextureWidth,t.edgeDataTextureWidth),l.u_frameTextureWidth&&s.uniform1f(l.u_frameTextureWidth,e.getTextureWidth()),l.u_frameTextureHeight&&s.uniform1f(l.u_frameTextureHeight,e.getTextureHeight()),this.hasAttributeData&&i&&(i.bind(et),l.u_edgeAttributeTexture&&s.uniform1i(l.u_edgeAttributeTexture,et),l.u_edgeAttributeTextureWidth&&s.uniform1i(l.u_edgeAttributeTextureWidth,i.getTextureWidth()),l.u_edgeAttributeTexelsPerEdge&&s.uniform1i(l.u_edgeAttributeTexelsPerEdge,i.getTexelsPerItem())),this.hasNodeAttributeData&&o&&(o.bind(Je),l.u_layerAttributeTexture&&s.uniform1i(l.u_layerAttributeTexture,Je),l.u_layerAttributeTextureWidth&&s.uniform1i(l.u_layerAttributeTextureWidth,o.getTextureWidth()),l.u_layerAttributeTexelsPerNode&&s.uniform1i(l.u_layerAttributeTexelsPerNode,o.getTexelsPerItem()));var d=O(this.customUniforms),u;try{for(d.s();!(u=d.n()).done;){var c=u.value;nr(s,this.uniformLocations[c.name],c)}}catch(f){d.e(f)}finally{d.f()}e.bindAsRenderTarget(),s.disable(s.BLEND),s.disable(s.DEPTH_TEST),s.drawArrays(s.POINTS,0,r),s.bindFramebuffer(s.FRAMEBUFFER,null),s.bindVertexArray(null)}}},{key:"kill",value:function(){var t=this.gl;t.deleteProgram(this.program),t.deleteShader(this.vertexShader),t.deleteShader(this.fragmentShader),t.deleteVertexArray(this.vao)}}])})();function on(a,n,t,e,r,i){if(a.length===1)return"".concat(e," ").concat(n,"(int pathId, ").concat(r,`) {
  return path_`).concat(a[0].name,"_").concat(t,"(").concat(i,`);
}`);var o=a.map(function(s,l){return"    case ".concat(l,": return path_").concat(s.name,"_").concat(t,"(").concat(i,");")}).join(`
`);return"".concat(e," ").concat(n,"(int pathId, ").concat(r,`) {
  switch (pathId) {
`).concat(o,`
    default: return path_`).concat(a[0].name,"_").concat(t,"(").concat(i,`);
  }
}`)}var Qu=`
vec3 computeEdgeLabelBodyBounds(
  float tStart, float tEnd, float pathLength,
  float webGLThickness, float headLengthRatio, float tailLengthRatio
) {
  float visibleLength = pathLength * (tEnd - tStart);

  float headLength = headLengthRatio * webGLThickness;
  float tailLength = tailLengthRatio * webGLThickness;
  float totalNeededLength = headLength + tailLength;
  if (totalNeededLength > visibleLength && totalNeededLength > 0.0001) {
    float extremityScale = visibleLength / totalNeededLength;
    headLength *= extremityScale;
    tailLength *= extremityScale;
  }

  float bodyStartDist = tStart * pathLength + tailLength;
  float bodyEndDist = tEnd * pathLength - headLength;
  return vec3(bodyStartDist, bodyEndDist, max(bodyEndDist - bodyStartDist, 0.0));
}
`;function Ju(a,n){var t=de(a),e=de(n);return`
float computeEdgeLabelAlpha(float bodyLength, float textWidthWebGL) {
  float ratio = textWidthWebGL > 0.0001 ? min(bodyLength / textWidthWebGL, 1.0) : 1.0;
  if (ratio < `.concat(t,`) return 0.0;
  if (ratio < `).concat(e,") return (ratio - ").concat(t,") / (").concat(e," - ").concat(t,`);
  return 1.0;
}
`)}var ec=`
float computeEdgeLabelScreenDir(int pathId, float t, vec2 source, vec2 target, mat3 matrix) {
  vec2 tangent = queryPathTangent(pathId, t, source, target);
  return (matrix * vec3(tangent, 0.0)).x < 0.0 ? -1.0 : 1.0;
}
`,tc=`
float computeEdgeLabelPerpOffset(
  float positionMode,
  float halfThickness, float marginWebGL, float halfTextHeight,
  float readingSign, float screenDir
) {
  float magnitude = halfThickness + marginWebGL + halfTextHeight;
  if (positionMode == 1.0) return magnitude * readingSign;
  if (positionMode == 2.0) return -magnitude * readingSign;
  if (positionMode == 3.0) return magnitude * screenDir;
  return 0.0;
}
`;function mo(a){var n=a.paths,t=a.minVisibilityThreshold,e=a.fullVisibilityThreshold,r=n.some(function(s){return s.hasSharpCorners}),i=n.map(function(s){return"// --- Path: ".concat(s.name,` ---
`).concat(s.glsl,`

// Tangent/normal functions: analytical if provided, otherwise numerical
`).concat(s.analyticalTangentGlsl||fo(s.name),`

// Auto-generated fallbacks for any missing path functions
`).concat(go(s.name,s.glsl),`

// Corner skip helpers (for paths with sharp corners like step/taxi)
`).concat(s.cornerSkipGlsl||"",`
`)}).join(`
`),o=r?`// Corner function selectors (only some paths have sharp corners)
vec2 queryGetCornerTs(int pathId, vec2 source, vec2 target) {
  switch (pathId) {
`.concat(n.map(function(s,l){return s.hasSharpCorners?"    case ".concat(l,": return path_").concat(s.name,"_getCornerTs(source, target);"):"    case ".concat(l,": return vec2(-1.0, -1.0); // No corners for ").concat(s.name)}).join(`
`),`
    default: return vec2(-1.0, -1.0);
  }
}

vec2 queryGetCornerConcavity(int pathId, vec2 source, vec2 target, float perpOffset) {
  switch (pathId) {
`).concat(n.map(function(s,l){return s.hasSharpCorners?"    case ".concat(l,": return path_").concat(s.name,"_getCornerConcavity(source, target, perpOffset);"):"    case ".concat(l,": return vec2(0.0, 0.0); // No corners for ").concat(s.name)}).join(`
`),`
    default: return vec2(0.0, 0.0);
  }
}`):"";return`
// ============================================================================
// Node data fetch (geometry texel) and per-edge clamp fetch (edge-frame texture)
// ============================================================================

`.concat(je,`
`).concat(Mt,`

// ============================================================================
// Path Functions (one block per path)
// ============================================================================

`).concat(i,`

// ============================================================================
// Path Query Selectors (dispatch by pathId)
// ============================================================================

`).concat(on(n,"queryPathPosition","position","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(on(n,"queryPathTangent","tangent","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(on(n,"queryPathNormal","normal","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(on(n,"queryPathLength","length","float","vec2 source, vec2 target","source, target"),`

`).concat(on(n,"queryPathTAtDistance","t_at_distance","float","float dist, vec2 source, vec2 target","dist, source, target"),`

`).concat(o,`

// ============================================================================
// Shared helpers (body bounds, alpha ramp, screen direction, perpendicular offset)
// ============================================================================

`).concat(Qu,`
`).concat(Ju(t,e),`
`).concat(ec,`
`).concat(tc,`
`)}var nc=Oe.fontSize,ac=new Map,bo=24,Ki=(bo+1)*2;function rc(a){var n=a.paths,t=a.fontSizeMode,e=a.headLengthRatio,r=a.tailLengthRatio,i=a.minVisibilityThreshold,o=a.fullVisibilityThreshold,s=a.keepUpright,l=t==="scaled",d=Be(),u=Ce([].concat(X(n),[d])),c=hn(u),f=`#version 300 es

// Per-instance attributes
in float a_edgeIndex;
in float a_edgeAttrIndex;
in float a_baseFontSize;
in float a_totalTextWidth;
in float a_positionMode;
in float a_margin;
in float a_padding;
in vec4 a_color;
in vec4 a_id;

// Per-vertex (constant) attribute: strip vertex index
in float a_vertexIndex;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
uniform float u_cameraAngle;
uniform vec2 u_resolution;
uniform sampler2D u_nodeDataTexture;
uniform int u_nodeDataTextureWidth;
uniform sampler2D u_edgeDataTexture;
uniform int u_edgeDataTextureWidth;
uniform sampler2D u_edgeFrameTexture; // Per-edge clamp (tStart, tEnd, straightenFactor, pathLength)
uniform int u_edgeFrameTextureWidth;
`.concat(l?"uniform float u_zoomSizeRatio;":"",`

`).concat(c.uniformDeclarations,`

out vec4 v_color;
out vec4 v_id;
out float v_alphaModifier;

const float ATLAS_FONT_SIZE = `).concat(de(nc),`;
const float HEAD_RATIO = `).concat(de(e),`;
const float TAIL_RATIO = `).concat(de(r),`;
const int RIBBON_SEGMENTS = `).concat(bo,`;

// Path attribute varyings (declared as plain locals since this shader has no FS inputs for them)
`).concat(c.vertexVaryingDeclarations.replace(/out /g,""),`

// Node size variables used by some path functions (self-loops, etc.)
float v_sourceNodeSize;
float v_targetNodeSize;

// Shared preamble: shape SDFs, path functions + selectors, clamp, helpers.
`).concat(mo({paths:n,minVisibilityThreshold:i,fullVisibilityThreshold:o}),`

void main() {
  int vIdx = int(a_vertexIndex);
  int pairIdx = vIdx / 2;
  int side = vIdx - pairIdx * 2; // 0 = left/bottom, 1 = right/top

  // --- Fetch edge data (2 texels per edge) ---
  int edgeIdx = int(a_edgeIndex);
  int texel0Idx = edgeIdx * 2;
  int texel1Idx = edgeIdx * 2 + 1;
  ivec2 e0 = ivec2(texel0Idx % u_edgeDataTextureWidth, texel0Idx / u_edgeDataTextureWidth);
  ivec2 e1 = ivec2(texel1Idx % u_edgeDataTextureWidth, texel1Idx / u_edgeDataTextureWidth);
  vec4 edgeData0 = texelFetch(u_edgeDataTexture, e0, 0);
  vec4 edgeData1 = texelFetch(u_edgeDataTexture, e1, 0);

  int srcIdx = int(edgeData0.x);
  int tgtIdx = int(edgeData0.y);
  float thickness = edgeData0.z;
  int pathId = int(edgeData1.z);

  // --- Fetch path attributes (curvature, etc.) ---
  {
    int edgeIdx = int(a_edgeAttrIndex);
`).concat(c.fetchCode,`
`).concat(c.varyingAssignments,`
  }

  // --- Fetch node data: geometry (texel 0) + rotation flags (texel 1) ---
  vec4 srcN = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx);
  vec4 tgtN = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx);

  vec2 source = srcN.xy;
  vec2 target = tgtN.xy;
  float sourceSize = srcN.z;
  float targetSize = tgtN.z;
  v_sourceNodeSize = sourceSize;
  v_targetNodeSize = targetSize;

  // --- Pixel-to-graph conversion (fixed font mode) ---
  float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
  float pixelToGraph = 2.0 / (matrixScaleX * u_resolution.x);

  float webGLThickness = thickness * u_correctionRatio / u_sizeRatio;

  // --- Body bounds (shared with edge label shader) ---
  vec4 edgeClamp = readFrameTexel(u_edgeFrameTexture, u_edgeFrameTextureWidth, edgeIdx);
  vec3 bodyBounds = computeEdgeLabelBodyBounds(
    edgeClamp.x, edgeClamp.y, edgeClamp.w,
    webGLThickness, HEAD_RATIO, TAIL_RATIO
  );
  float bodyStartDist = bodyBounds.x;
  float bodyEndDist = bodyBounds.y;
  float bodyLength = bodyBounds.z;

  // --- Text dimensions ---
  float baseFontSize = a_baseFontSize;
  `).concat(l?`float fontScale = baseFontSize / ATLAS_FONT_SIZE * u_zoomSizeRatio;
  float textWidthWebGL = a_totalTextWidth * fontScale * u_correctionRatio / u_sizeRatio;
  float halfTextHeight = baseFontSize * 0.35 * u_zoomSizeRatio * u_correctionRatio / u_sizeRatio;
  float marginWebGL = a_margin * u_zoomSizeRatio * u_correctionRatio / u_sizeRatio;`:`float fontScale = baseFontSize / ATLAS_FONT_SIZE;
  float textWidthWebGL = a_totalTextWidth * fontScale * pixelToGraph;
  float halfTextHeight = baseFontSize * 0.35 * pixelToGraph;
  float marginWebGL = a_margin * pixelToGraph;`,`
  float paddingWebGL = a_padding * pixelToGraph;

  // --- Alpha modifier (shared with edge label shader) ---
  float alphaModifier = computeEdgeLabelAlpha(bodyLength, textWidthWebGL);
  if (alphaModifier <= 0.0 || textWidthWebGL <= 0.0) {
    gl_Position = vec4(2.0, 0.0, 0.0, 1.0);
    v_color = vec4(0.0);
    v_id = vec4(0.0);
    v_alphaModifier = 0.0;
    return;
  }

  // --- Perpendicular offset (shared with edge label shader) ---
  float bodyCenterDist = (bodyStartDist + bodyEndDist) * 0.5;
  float centerT = queryPathTAtDistance(pathId, bodyCenterDist, source, target);
  float screenDir = computeEdgeLabelScreenDir(pathId, centerT, source, target, u_matrix);
  float readingSign = `).concat(s?"screenDir":"1.0",`;
  float halfThickness = webGLThickness * 0.5;
  float perpOffset = computeEdgeLabelPerpOffset(
    a_positionMode, halfThickness, marginWebGL, halfTextHeight, readingSign, screenDir
  );

  // --- Ribbon span (clipped to body) ---
  float halfTextWebGL = textWidthWebGL * 0.5;
  float labelStartDist = max(bodyCenterDist - halfTextWebGL, bodyStartDist);
  float labelEndDist = min(bodyCenterDist + halfTextWebGL, bodyEndDist);

  // Sample centerline at this pair, then apply perpendicular offset.
  // The ribbon follows the centerline path (simple & robust); for curved edges
  // this closely matches the offset path the characters sit on.
  float u = float(pairIdx) / float(RIBBON_SEGMENTS);
  float arcDist = mix(labelStartDist, labelEndDist, u);
  float t = queryPathTAtDistance(pathId, arcDist, source, target);
  vec2 pos = queryPathPosition(pathId, t, source, target);
  vec2 tan = queryPathTangent(pathId, t, source, target);
  vec2 perp = vec2(-tan.y, tan.x);

  vec2 centerPos = pos + perp * perpOffset;

  float halfRibbon = halfTextHeight + paddingWebGL;
  float sideSign = side == 0 ? -1.0 : 1.0;
  vec2 ribbonPos = centerPos + perp * (sideSign * halfRibbon);

  vec3 clipPos = u_matrix * vec3(ribbonPos, 1.0);
  gl_Position = vec4(clipPos.xy, 0.0, 1.0);

  v_color = a_color;
  v_id = a_id;
  v_alphaModifier = alphaModifier;
}
`);return f}var ic=`#version 300 es
precision highp float;

in vec4 v_color;
in vec4 v_id;
in float v_alphaModifier;

out vec4 fragColor;

void main() {
#ifdef PICKING_MODE
  if (v_alphaModifier <= 0.0) discard;
  fragColor = v_id;
#else
  float alpha = v_color.a * v_alphaModifier;
  if (alpha <= 0.0) discard;
  fragColor = vec4(v_color.rgb * alpha, alpha);
#endif
}
`;function oc(a,n,t,e){var r=e.shaderConfig,i=r.paths,o=r.fontSizeMode;if(i.length===0)throw new Error("createEdgeLabelBackgroundProgram: shaderConfig must declare at least one path");var s=Be(),l=Ce([].concat(X(i),[s])),d=aa([].concat(X(i),[s]),l),u=rc(r),c=(function(f){function h(v,m,b){var p;return K(this,h),p=oe(this,h,[v,m,b]),D(p,"totalCount",0),D(p,"bufferCapacity",0),D(p,"edgeAttributeTexture",null),p.edgeAttributeTexture=new na(v,l),p.packedAttributeData=new Float32Array(l.floatsPerItem),p}return se(h,f),Z(h,[{key:"getDefinition",value:function(){for(var m=WebGL2RenderingContext,b=m.FLOAT,p=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP,y=[],T=0;T<Ki;T++)y.push([T]);var x=["u_matrix","u_sizeRatio","u_correctionRatio","u_pixelRatio","u_cameraAngle","u_resolution","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth"];return o==="scaled"&&x.push("u_zoomSizeRatio"),l.floatsPerItem>0&&x.push("u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"),{VERTICES:Ki,VERTEX_SHADER_SOURCE:u,FRAGMENT_SHADER_SOURCE:ic,METHOD:g,UNIFORMS:x,ATTRIBUTES:[{name:"a_edgeIndex",size:1,type:b},{name:"a_edgeAttrIndex",size:1,type:b},{name:"a_baseFontSize",size:1,type:b},{name:"a_totalTextWidth",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_margin",size:1,type:b},{name:"a_padding",size:1,type:b},{name:"a_color",size:4,type:p,normalized:!0},{name:"a_id",size:4,type:p,normalized:!0}],CONSTANT_ATTRIBUTES:[{name:"a_vertexIndex",size:1,type:b}],CONSTANT_DATA:y}}},{key:"processEdgeLabelBackground",value:function(m,b,p){var g=0;if(this.edgeAttributeTexture&&l.floatsPerItem>0){g=this.edgeAttributeTexture.allocate(b);var y=this.packedAttributeData;ra(d,p.edgeAttributes,y,"",ac,0),this.edgeAttributeTexture.updateAllAttributes(b,y)}var T=this.floats,x=this.ints,_=m*this.STRIDE;T[_++]=p.edgeIndex,T[_++]=g,T[_++]=p.baseFontSize,T[_++]=p.totalTextWidth,T[_++]=p.positionMode,T[_++]=p.margin,T[_++]=p.padding,T[_++]=p.color,x[_++]=p.id}},{key:"setUniforms",value:function(m,b){var p=b.gl,g=b.uniformLocations;if(p.uniformMatrix3fv(g.u_matrix,!1,m.matrix),p.uniform1f(g.u_sizeRatio,m.sizeRatio),p.uniform1f(g.u_correctionRatio,m.correctionRatio),p.uniform1f(g.u_pixelRatio,m.pixelRatio),p.uniform1f(g.u_cameraAngle,m.cameraAngle),p.uniform2f(g.u_resolution,m.width,m.height),g.u_nodeDataTexture!==void 0&&p.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),g.u_nodeDataTextureWidth!==void 0&&p.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),g.u_edgeDataTexture!==void 0&&p.uniform1i(g.u_edgeDataTexture,m.edgeDataTextureUnit),g.u_edgeDataTextureWidth!==void 0&&p.uniform1i(g.u_edgeDataTextureWidth,m.edgeDataTextureWidth),g.u_edgeFrameTexture!==void 0&&p.uniform1i(g.u_edgeFrameTexture,m.edgeFrameTextureUnit),g.u_edgeFrameTextureWidth!==void 0&&p.uniform1i(g.u_edgeFrameTextureWidth,m.edgeFrameTextureWidth),o==="scaled"&&g.u_zoomSizeRatio!==void 0){var y=this.renderer.getSetting("zoomToSizeRatioFunction");p.uniform1f(g.u_zoomSizeRatio,1/y(m.zoomRatio))}this.edgeAttributeTexture&&l.floatsPerItem>0&&g.u_edgeAttributeTexture!==void 0&&(this.edgeAttributeTexture.bind(et),p.uniform1i(g.u_edgeAttributeTexture,et),p.uniform1i(g.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),p.uniform1i(g.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem()))}},{key:"renderProgram",value:function(m,b){this.edgeAttributeTexture&&l.floatsPerItem>0&&this.edgeAttributeTexture.upload(),fe(h,"renderProgram",this,3)([m,b])}},{key:"kill",value:function(){this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),fe(h,"kill",this,3)([])}},{key:"drawWebGL",value:function(m,b){var p=b.gl;this.totalCount!==0&&p.drawArraysInstanced(p.TRIANGLE_STRIP,0,this.VERTICES,this.totalCount)}},{key:"reallocate",value:function(m){this.totalCount=m,m>this.bufferCapacity&&(this.bufferCapacity=Math.max(m,Math.ceil(this.bufferCapacity*1.5)||10),fe(h,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return new c(a,n,t)}function yo(a){var n,t,e,r,i,o;return{paths:a.paths,headLengthRatio:(n=a.headLengthRatio)!==null&&n!==void 0?n:0,tailLengthRatio:(t=a.tailLengthRatio)!==null&&t!==void 0?t:0,fontSizeMode:(e=a.fontSizeMode)!==null&&e!==void 0?e:"fixed",minVisibilityThreshold:(r=a.minVisibilityThreshold)!==null&&r!==void 0?r:.7,fullVisibilityThreshold:(i=a.fullVisibilityThreshold)!==null&&i!==void 0?i:.8,keepUpright:(o=a.keepUpright)!==null&&o!==void 0?o:!0}}var sc=Oe.fontSize,lc=17/64;function dc(a){var n=a.paths,t=a.hasBorder,e=t===void 0?!1:t,r=a.fontSizeMode,i=r===void 0?"fixed":r,o=a.minVisibilityThreshold,s=o===void 0?.5:o,l=a.fullVisibilityThreshold,d=l===void 0?.6:l,u=a.keepUpright,c=u===void 0?!0:u,f=i==="scaled",h=n.some(function(g){return g.hasSharpCorners}),v=Be(),m=Ce([].concat(X(n),[v])),b=hn(m),p=`#version 300 es

// ============================================================================
// Attributes - Per Character (Instanced)
// ============================================================================

// Edge geometry: indices for texture lookup
// Edge data (source/target node indices, thickness, head/tail ratios) is fetched from edge data texture
// Edge path attributes (curvature, etc.) are fetched from edge attribute texture
in float a_edgeIndex;       // Index into edge data texture
in float a_edgeAttrIndex;   // Index into edge attribute texture (for curvature, etc.)
in float a_baseFontSize;    // Base font size in pixels (per-label)

// Character metrics (in glyph units = atlas font size pixels)
in vec4 a_charMetrics;      // (charTextOffset, charAdvance, totalTextWidth, positionMode)
in vec4 a_charDims;         // (charSize.x, charSize.y, charOffset.x, charOffset.y)

// Atlas texture coordinates
in vec4 a_texCoords;        // (x, y, width, height) in atlas pixels

// Label parameters
in vec2 a_labelParams;      // (margin, unused)

// Appearance
in vec4 a_color;            // Character color (RGBA, normalized)
`.concat(e?"in vec4 a_borderColor;      // Border color (RGBA, normalized)":"",`

// ============================================================================
// Attributes - Per Vertex (Constant)
// ============================================================================

in vec2 a_quadCorner;       // Quad corner: (0,0), (1,0), (0,1), (1,1)

// ============================================================================
// Uniforms
// ============================================================================

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
uniform float u_cameraAngle;    // Required by node shape SDFs
// u_sdfBufferPixels kept for ABI compatibility but unused in shader
uniform float u_sdfBufferPixels;
uniform vec2 u_resolution;
uniform vec2 u_atlasSize;
uniform sampler2D u_nodeDataTexture; // Shared texture with node position/size/shape data
uniform int u_nodeDataTextureWidth;  // Width of 2D node data texture for coordinate calculation
uniform sampler2D u_edgeDataTexture; // Shared texture with edge data
uniform int u_edgeDataTextureWidth;  // Width of 2D edge data texture for coordinate calculation
uniform sampler2D u_edgeFrameTexture; // Per-edge clamp (tStart, tEnd, straightenFactor, pathLength)
uniform int u_edgeFrameTextureWidth;
`).concat(f?"uniform float u_zoomSizeRatio;  // Zoom-based size ratio from zoomToSizeRatioFunction":"",`

// Edge path attribute texture uniforms (for curvature and other path attributes)
`).concat(b.uniformDeclarations,`

// ============================================================================
// Varyings
// ============================================================================

out vec2 v_texCoord;
out vec4 v_color;
`).concat(e?"out vec4 v_borderColor;":"",`
out float v_edgeFade;  // 0 = fully visible, 1 = fully faded (outside body)
out float v_alphaModifier;  // 0-1 based on label visibility ratio
out float v_fontScale;  // Ratio of rendered font size to atlas font size
`).concat(e?"out float v_positionMode;  // Position mode for conditional border (0=over needs border)":"",`

// ============================================================================
// Constants
// ============================================================================

const float bias = 255.0 / 254.0;
const float FADE_WIDTH_PIXELS = 15.0;  // Width of fade gradient in pixels
const float ATLAS_FONT_SIZE = `).concat(de(sc),`;  // Base font size used in SDF atlas
const float VERTICAL_CENTER_RATIO = `).concat(de(lc),`;  // Baseline to visual center ratio

// ============================================================================
// Path Attribute Variables (set in main, used by path functions)
// ============================================================================
// Path attributes are fetched from the edge attribute texture and stored in
// variables with v_ prefix (e.g., v_curvature) for path functions to access.
`).concat(b.vertexVaryingDeclarations.replace(/out /g,""),`

// Node size variables (set in main, used by some path functions like loops).
// These mirror the v_sourceNodeSize / v_targetNodeSize varyings in generator.ts,
// but are plain floats here since the label shader is vertex-only.
float v_sourceNodeSize;
float v_targetNodeSize;

// Shared preamble: shape SDFs, path functions + selectors, clamp, helpers.
`).concat(mo({paths:n,minVisibilityThreshold:s,fullVisibilityThreshold:d}),`

// ============================================================================
// Main
// ============================================================================

void main() {
  // -------------------------------------------------------------------------
  // Fetch edge data from edge texture (2 texels per edge)
  // -------------------------------------------------------------------------
  // Texel 0: sourceNodeIndex, targetNodeIndex, thickness, reserved
  // Texel 1: headLengthRatio, tailLengthRatio, pathId, extremityIds
  int edgeIdx = int(a_edgeIndex);
  int texel0Idx = edgeIdx * 2;
  int texel1Idx = edgeIdx * 2 + 1;
  ivec2 edgeTexCoord0 = ivec2(texel0Idx % u_edgeDataTextureWidth, texel0Idx / u_edgeDataTextureWidth);
  ivec2 edgeTexCoord1 = ivec2(texel1Idx % u_edgeDataTextureWidth, texel1Idx / u_edgeDataTextureWidth);
  vec4 edgeData0 = texelFetch(u_edgeDataTexture, edgeTexCoord0, 0);
  vec4 edgeData1 = texelFetch(u_edgeDataTexture, edgeTexCoord1, 0);

  // Unpack edge data
  int srcIdx = int(edgeData0.x);
  int tgtIdx = int(edgeData0.y);
  float thickness = edgeData0.z;
  // edgeData0.w is reserved
  float headLengthRatio = edgeData1.x;
  float tailLengthRatio = edgeData1.y;
  int pathId = int(edgeData1.z);  // Path type for multi-path support
  float baseFontSize = a_baseFontSize;

  // -------------------------------------------------------------------------
  // Fetch path attributes from edge attribute texture
  // -------------------------------------------------------------------------
  // Note: The fetch code uses 'edgeIdx' variable, so we set it to the attribute texture index
  {
    int edgeIdx = int(a_edgeAttrIndex);  // Use attribute texture index for path attributes
`).concat(b.fetchCode,`
`).concat(b.varyingAssignments,`
  }

  // -------------------------------------------------------------------------
  // Fetch node data from node texture (geometry texel + rotation-flags texel)
  // -------------------------------------------------------------------------
  vec4 srcNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, srcIdx);
  vec4 tgtNodeData = readNodeData(u_nodeDataTexture, u_nodeDataTextureWidth, tgtIdx);

  vec2 source = srcNodeData.xy;
  vec2 target = tgtNodeData.xy;
  float sourceSize = srcNodeData.z;
  float targetSize = tgtNodeData.z;
  v_sourceNodeSize = sourceSize;
  v_targetNodeSize = targetSize;
  float charTextOffset = a_charMetrics.x;
  float charAdvance = a_charMetrics.y;
  float totalTextWidth = a_charMetrics.z;
  float positionMode = a_charMetrics.w;
  vec2 charSize = a_charDims.xy;
  vec2 charOffset = a_charDims.zw;
  float margin = a_labelParams.x;

  // -------------------------------------------------------------------------
  // Compute pixel-to-graph conversion (for fixed font size mode)
  // -------------------------------------------------------------------------
  // This converts screen pixels to graph units such that N pixels on screen
  // becomes N pixels regardless of zoom level.
  // matrixScaleX is how much the matrix scales graph units to clip space
  float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
  float pixelToGraph = 2.0 / (matrixScaleX * u_resolution.x);

  // -------------------------------------------------------------------------
  // Step 1: Convert thickness to WebGL units
  // -------------------------------------------------------------------------
  float webGLThickness = thickness * u_correctionRatio / u_sizeRatio;

  // -------------------------------------------------------------------------
  // Step 2: Compute body bounds (truncated at node boundaries + extremities)
  // -------------------------------------------------------------------------
  vec4 edgeClamp = readFrameTexel(u_edgeFrameTexture, u_edgeFrameTextureWidth, edgeIdx);
  vec3 bodyBounds = computeEdgeLabelBodyBounds(
    edgeClamp.x, edgeClamp.y, edgeClamp.w,
    webGLThickness, headLengthRatio, tailLengthRatio
  );
  float bodyStartDist = bodyBounds.x;
  float bodyEndDist = bodyBounds.y;
  float bodyLength = bodyBounds.z;

  // -------------------------------------------------------------------------
  // Step 3: Compute font scale and text dimensions
  // -------------------------------------------------------------------------
  // Font size modes:
  // - "fixed": Constant pixel size regardless of zoom, using pixelToGraph conversion
  // - "scaled": Scales with zoom using zoomToSizeRatioFunction
  `).concat(f?`// Scaled mode: font scales with zoom
  float fontScale = baseFontSize / ATLAS_FONT_SIZE * u_zoomSizeRatio;
  // Convert glyph-unit metrics to WebGL units (scales with zoom)
  float textWidthWebGL = totalTextWidth * fontScale * u_correctionRatio / u_sizeRatio;
  float charOffsetWebGL = charTextOffset * fontScale * u_correctionRatio / u_sizeRatio;
  float charAdvanceWebGL = charAdvance * fontScale * u_correctionRatio / u_sizeRatio;`:`// Fixed mode: font stays constant in screen pixels
  float fontScale = baseFontSize / ATLAS_FONT_SIZE;
  // Convert glyph-unit metrics to graph units using pixelToGraph (zoom-independent)
  float textWidthWebGL = totalTextWidth * fontScale * pixelToGraph;
  float charOffsetWebGL = charTextOffset * fontScale * pixelToGraph;
  float charAdvanceWebGL = charAdvance * fontScale * pixelToGraph;`,`

  // Font scale varying for fragment shader gamma scaling.
  // Ratio of rendered font size to atlas font size — used to tighten the
  // anti-aliasing band for large labels so they stay sharp.
  v_fontScale = fontScale;

  // -------------------------------------------------------------------------
  // Step 4: Alpha modifier from how much of the label fits in the body
  // -------------------------------------------------------------------------
  float alphaModifier = computeEdgeLabelAlpha(bodyLength, textWidthWebGL);

  // -------------------------------------------------------------------------
  // Step 5: Compute character center offset (truncation check moved to after curvature adjustment)
  // -------------------------------------------------------------------------
  // Body center in arc distance
  float bodyCenterDist = (bodyStartDist + bodyEndDist) * 0.5;

  float centerT = queryPathTAtDistance(pathId, bodyCenterDist, source, target);
  float screenDir = computeEdgeLabelScreenDir(pathId, centerT, source, target, u_matrix);

  // Reversed labels lay their characters out from target to source
  float readingSign = `).concat(c?"screenDir":"1.0",`;

  // Character center position relative to label center (on centerline, before curvature adjustment)
  float charCenterOffset = readingSign * (charOffsetWebGL + charAdvanceWebGL * 0.5 - textWidthWebGL * 0.5);

  // -------------------------------------------------------------------------
  // Step 6: Compute perpendicular offset based on position mode
  // -------------------------------------------------------------------------
  // Position modes: 0=over, 1=above, 2=below, 3=auto
  // Needed early for curvature-adaptive character spacing in Step 7
  float halfThickness = webGLThickness * 0.5;
  `).concat(f?`// Scaled mode: margin and text height scale with zoom (same factor as font)
  float marginWebGL = margin * u_zoomSizeRatio * u_correctionRatio / u_sizeRatio;
  float halfTextHeight = baseFontSize * 0.35 * u_zoomSizeRatio * u_correctionRatio / u_sizeRatio;`:`// Fixed mode: margin and text height stay constant in screen pixels
  float marginWebGL = margin * pixelToGraph;
  float halfTextHeight = baseFontSize * 0.35 * pixelToGraph;`,`
  float perpOffset = computeEdgeLabelPerpOffset(
    positionMode, halfThickness, marginWebGL, halfTextHeight, readingSign, screenDir
  );

  // -------------------------------------------------------------------------
  // Step 7: Position character on path using offset path traversal
  // -------------------------------------------------------------------------
  // For "over" mode (perpOffset = 0), use simple centerline placement
  // For above/below modes, walk along the offset path to find correct position
  float charT;

  if (perpOffset == 0.0) {
    // Simple case: place on centerline
    float charArcDist = bodyCenterDist + charCenterOffset;
    charT = queryPathTAtDistance(pathId, charArcDist, source, target);
  } else {
    // Offset path traversal: walk along the offset curve to find character position
    // This ensures even character spacing regardless of curvature

    `).concat(h?`// -----------------------------------------------------------------------
    // Corner skip setup for step/taxi edges with above/below labels
    // -----------------------------------------------------------------------
    // At concave corners (inner side of the bend), characters would bunch up
    // because the offset path has near-zero arc length. We detect corner
    // crossings during the offset path traversal and add skip distance.

    // Get corner t values and concavity
    vec2 cornerTs = queryGetCornerTs(pathId, source, target);
    vec2 concavity = queryGetCornerConcavity(pathId, source, target, perpOffset);

    // Skip distance in graph units, proportional to on-screen font size
    // For fixed mode: use pixelToGraph so gap stays constant regardless of zoom
    // For scaled mode: use the same conversion as text width
    `.concat(f?"float skipDistGraph = STEP_INNER_CORNER_SKIP_FACTOR * baseFontSize * u_zoomSizeRatio * u_correctionRatio / u_sizeRatio;":"float skipDistGraph = STEP_INNER_CORNER_SKIP_FACTOR * baseFontSize * pixelToGraph;",`

    // Corner t values for detecting crossings during traversal
    float corner1T = cornerTs.x;
    float corner2T = cornerTs.y;
    bool corner1IsConcave = concavity.x > 0.5;
    bool corner2IsConcave = concavity.y > 0.5;`):"",`

    // Target distance along offset path from center
    float targetOffsetDist = abs(charCenterOffset);

    // Handle center character (charCenterOffset ≈ 0) - no search needed
    if (targetOffsetDist < 0.0001) {
      charT = centerT;
    } else {
      vec2 centerPos = queryPathPosition(pathId, centerT, source, target);
      vec2 centerNormal = queryPathNormal(pathId, centerT, source, target);
      vec2 offsetCenter = centerPos + centerNormal * perpOffset;

      float searchDir = charCenterOffset > 0.0 ? 1.0 : -1.0;

      // Search bounds (t values for body start and end)
      float tBodyStart = queryPathTAtDistance(pathId, bodyStartDist, source, target);
      float tBodyEnd = queryPathTAtDistance(pathId, bodyEndDist, source, target);

      // Walk along offset path to find character position
      float accumDist = 0.0;
      vec2 prevOffsetPos = offsetCenter;
      float prevT = centerT;
      float foundT = centerT;

      // Search range depends on direction
      float tSearchEnd = searchDir > 0.0 ? tBodyEnd : tBodyStart;

      `).concat(h?`// Track which concave corners we've crossed to add skip distance
      bool crossedCorner1 = false;
      bool crossedCorner2 = false;
      float effectiveTargetDist = targetOffsetDist;`:"",`

      const int STEPS = 32;
      for (int i = 1; i <= STEPS; i++) {
        // Step along centerline t, from center toward target
        float stepT = centerT + searchDir * float(i) * abs(tSearchEnd - centerT) / float(STEPS);

        `).concat(h?`// Check for concave corner crossings and add skip distance
        // Corner 1 crossing check
        if (corner1IsConcave && !crossedCorner1) {
          bool crossingCorner1 = (searchDir > 0.0)
            ? (prevT < corner1T && stepT >= corner1T)
            : (prevT > corner1T && stepT <= corner1T);
          if (crossingCorner1) {
            crossedCorner1 = true;
            effectiveTargetDist += skipDistGraph;
          }
        }

        // Corner 2 crossing check
        if (corner2IsConcave && !crossedCorner2) {
          bool crossingCorner2 = (searchDir > 0.0)
            ? (prevT < corner2T && stepT >= corner2T)
            : (prevT > corner2T && stepT <= corner2T);
          if (crossingCorner2) {
            crossedCorner2 = true;
            effectiveTargetDist += skipDistGraph;
          }
        }`:"",`

        // Compute offset position at this t
        vec2 stepPos = queryPathPosition(pathId, stepT, source, target);
        vec2 stepNormal = queryPathNormal(pathId, stepT, source, target);
        vec2 offsetPos = stepPos + stepNormal * perpOffset;

        // Distance along offset path
        float segDist = length(offsetPos - prevOffsetPos);

        `).concat(h?`if (accumDist + segDist >= effectiveTargetDist) {
          // Interpolate within segment to find exact t
          float remaining = effectiveTargetDist - accumDist;
          float segT = remaining / max(segDist, 0.0001);
          foundT = mix(prevT, stepT, segT);
          break;
        }`:`if (accumDist + segDist >= targetOffsetDist) {
          // Interpolate within segment to find exact t
          float remaining = targetOffsetDist - accumDist;
          float segT = remaining / max(segDist, 0.0001);
          foundT = mix(prevT, stepT, segT);
          break;
        }`,`

        accumDist += segDist;
        prevOffsetPos = offsetPos;
        prevT = stepT;
        // Update foundT to last valid position in case loop exhausts without finding target
        foundT = stepT;
      }

      charT = foundT;
    }
  }

  // Get position and tangent at final character position
  vec2 pathPos = queryPathPosition(pathId, charT, source, target);
  vec2 tangent = queryPathTangent(pathId, charT, source, target);

  // Compute perpendicular direction (90 degrees from tangent)
  vec2 perpDir = vec2(-tangent.y, tangent.x);

  // Apply perpendicular offset to path position
  vec2 offsetPathPos = pathPos + perpDir * perpOffset;

  // -------------------------------------------------------------------------
  // Step 8: Build character quad
  // -------------------------------------------------------------------------
  // Character size in screen pixels
  vec2 charSizePixels = charSize * fontScale;

  // Character offset from origin to the atlas region's top-left corner.
  // bearingX/bearingY already include the SDF buffer.
  vec2 charOffsetPixels = charOffset * fontScale;

  // The character's local X offset from pathPos (which is at character center)
  float charLocalX = -charAdvance * 0.5 * fontScale;

  // Build quad position:
  // - Start at character origin (charLocalX on X axis, 0 on Y axis = baseline)
  // - Add bearing offset to get to atlas region corner
  // - Add quad corner * size to get vertex position
  vec2 quadPos;
  quadPos.x = charLocalX + charOffsetPixels.x + a_quadCorner.x * charSizePixels.x;
  // charOffset.y = -bearingY (negated), so -charOffsetPixels.y = bearingY * fontScale
  // (distance from baseline to atlas region top, positive = upward)
  // Quad corner (0,0) = bottom-left, (1,1) = top-right
  quadPos.y = -charOffsetPixels.y - charSizePixels.y * (1.0 - a_quadCorner.y);

  // Center vertically on the path by offsetting by half the visual text height
  // VERTICAL_CENTER_RATIO is the distance from baseline to visual center as a ratio of atlas font size
  float verticalCenterOffset = VERTICAL_CENTER_RATIO * ATLAS_FONT_SIZE * fontScale;
  quadPos.y -= verticalCenterOffset;

  // -------------------------------------------------------------------------
  // Step 9: Rotate quad to align with tangent
  // -------------------------------------------------------------------------
  // Rotation matrix from the reading direction
  // readingDir = (cos(angle), sin(angle)), so we can build rotation directly
  vec2 readingDir = tangent * readingSign;
  mat2 rotation = mat2(readingDir.x, readingDir.y, -readingDir.y, readingDir.x);

  // Convert pixel offset to WebGL units for rotation
  `).concat(f?"vec2 quadPosWebGL = quadPos * u_correctionRatio / u_sizeRatio; // Scaled mode":"vec2 quadPosWebGL = quadPos * pixelToGraph; // Fixed mode: use pixelToGraph for zoom-independent size",`

  // Rotate around character center on path
  vec2 rotatedOffset = rotation * quadPosWebGL;

  // Final position in graph space (using offset path position for above/below modes)
  vec2 worldPos = offsetPathPos + rotatedOffset;

  // -------------------------------------------------------------------------
  // Step 10: Transform to clip space
  // -------------------------------------------------------------------------
  vec3 clipPos = u_matrix * vec3(worldPos, 1.0);
  gl_Position = vec4(clipPos.xy, 0.0, 1.0);

  // -------------------------------------------------------------------------
  // Step 11: Texture coordinates
  // -------------------------------------------------------------------------
  // Flip Y for texture coordinates (texture Y goes down, quad Y goes up)
  vec2 texCorner = vec2(a_quadCorner.x, 1.0 - a_quadCorner.y);
  v_texCoord = (a_texCoords.xy + texCorner * a_texCoords.zw) / u_atlasSize;

  // -------------------------------------------------------------------------
  // Step 12: Pass color, border color, and alpha modifier
  // -------------------------------------------------------------------------
  v_color = a_color;
  v_color.a *= bias;
`).concat(e?`  v_borderColor = a_borderColor;
  v_borderColor.a *= bias;
  v_positionMode = positionMode;`:"",`
  v_alphaModifier = alphaModifier;

  // -------------------------------------------------------------------------
  // Step 13: Compute edge fade for soft truncation
  // -------------------------------------------------------------------------
  // Convert fade width from pixels to WebGL units
  `).concat(f?"float fadeWidthWebGL = FADE_WIDTH_PIXELS * u_correctionRatio / u_sizeRatio;":"float fadeWidthWebGL = FADE_WIDTH_PIXELS * pixelToGraph;",`

  // Compute the arc position of THIS VERTEX (not just character center)
  // The quad extends from charCenter - advance/2 to charCenter + advance/2
  // a_quadCorner.x is 0 for left edge, 1 for right edge
  float vertexLocalOffset = readingSign * (a_quadCorner.x - 0.5) * charAdvanceWebGL;
  float vertexArcOffset = charCenterOffset + vertexLocalOffset;

  // Compute distance from body edges (positive = inside body, negative = outside)
  float halfBody = bodyLength * 0.5;
  float distFromStart = vertexArcOffset + halfBody;  // Distance from body start edge
  float distFromEnd = halfBody - vertexArcOffset;    // Distance from body end edge
  float distFromEdge = min(distFromStart, distFromEnd);

  // Compute fade: 0 = fully visible (deep inside body), 1 = fully faded (at body edge)
  // Fade goes from 0 (at 2*fadeWidth inside) to 1 (at body edge)
  // This ensures text is fully transparent before reaching extremities
  v_edgeFade = 1.0 - smoothstep(0.0, fadeWidthWebGL * 2.0, distFromEdge);
}
`);return p}function uc(){var a=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},n=a.hasBorder,t=n===void 0?!1:n,e=`#version 300 es
precision highp float;

in vec2 v_texCoord;
in vec4 v_color;
`.concat(t?"in vec4 v_borderColor;":"",`
in float v_edgeFade;  // 0 = fully visible, 1 = fully faded
in float v_alphaModifier;  // 0-1 based on label visibility ratio
in float v_fontScale;  // Ratio of rendered font size to atlas font size
`).concat(t?"in float v_positionMode;  // Position mode (0=over, 1=above, 2=below, 3=auto)":"",`

uniform sampler2D u_atlas;
uniform float u_gamma;
uniform float u_sdfBuffer;
uniform float u_pixelRatio;
`).concat(t?"uniform float u_borderWidth;  // Border width in SDF units (normalized)":"",`

// Fragment output (single target - picking handled via separate pass)
out vec4 fragColor;

void main() {
  #ifdef PICKING_MODE
    // Edge labels are not pickable - discard all fragments in picking mode
    fragColor = vec4(0.0);
    discard;
  #else
  // SDF stores normalized distance: 0.5 = on edge, >0.5 = inside glyph
  float sdfValue = texture(u_atlas, v_texCoord).a;

  // Edge threshold accounting for SDF buffer padding
  float edge = 1.0 - u_sdfBuffer;

  // Scale gamma inversely with font scale so small labels get a wider AA band
  // (smoother) and large labels get a tighter band (sharper).
  float aaWidth = u_gamma / (u_pixelRatio * v_fontScale);

  // Apply edge fade for soft truncation at body boundaries
  // Also apply visibility-based alpha modifier for short edge labels
  float edgeAlpha = (1.0 - v_edgeFade) * v_alphaModifier;

`).concat(t?`  // Fill alpha: fully opaque inside the glyph
  float fillAlpha = smoothstep(edge - aaWidth, edge + aaWidth, sdfValue);

  // Only apply border for "over" position mode (v_positionMode == 0.0)
  // Labels positioned above/below/auto don't overlap the edge line and don't need borders
  if (v_positionMode < 0.5) {
    // Border rendering: compute alpha for both fill and border regions
    // Border extends from (edge - borderWidth) to edge
    float borderEdge = edge - u_borderWidth;

    // Border alpha: opaque in the border region (between borderEdge and edge)
    float borderAlpha = smoothstep(borderEdge - aaWidth, borderEdge + aaWidth, sdfValue);

    // Composite: fill on top of border
    // Border is visible where borderAlpha > 0 but fillAlpha < 1
    vec3 borderColorPremult = v_borderColor.rgb * v_borderColor.a * borderAlpha * edgeAlpha;
    vec3 fillColorPremult = v_color.rgb * v_color.a * fillAlpha * edgeAlpha;

    // Blend fill over border (fill replaces border where fill is opaque)
    float finalBorderAlpha = borderAlpha * (1.0 - fillAlpha);
    vec3 finalColor = fillColorPremult + v_borderColor.rgb * v_borderColor.a * finalBorderAlpha * edgeAlpha;
    float finalAlpha = (v_color.a * fillAlpha + v_borderColor.a * finalBorderAlpha) * edgeAlpha;

    fragColor = vec4(finalColor, finalAlpha);
  } else {
    // No border for above/below/auto positions - simple text rendering
    float finalAlpha = v_color.a * fillAlpha * edgeAlpha;
    fragColor = vec4(v_color.rgb * finalAlpha, finalAlpha);
  }`:`  // Smooth transition from transparent to opaque at glyph edge
  float alpha = smoothstep(edge - aaWidth, edge + aaWidth, sdfValue);

  // Premultiplied alpha output
  float finalAlpha = v_color.a * alpha * edgeAlpha;
  fragColor = vec4(v_color.rgb * finalAlpha, finalAlpha);`,`
  #endif
}
`);return e}function cc(a){var n=arguments.length>1&&arguments[1]!==void 0?arguments[1]:!1,t=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"fixed",e=["u_matrix","u_sizeRatio","u_correctionRatio","u_pixelRatio","u_cameraAngle","u_sdfBufferPixels","u_resolution","u_atlasSize","u_atlas","u_gamma","u_sdfBuffer","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"];t==="scaled"&&e.push("u_zoomSizeRatio"),n&&e.push("u_borderWidth");var r=O(a),i;try{for(r.s();!(i=r.n()).done;){var o=i.value,s=O(o.uniforms),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;e.includes(d.name)||e.push(d.name)}}catch(u){s.e(u)}finally{s.f()}}}catch(u){r.e(u)}finally{r.f()}return e}function hc(a){var n=a.hasBorder,t=n===void 0?!1:n,e=a.fontSizeMode,r=e===void 0?"fixed":e;return{vertexShader:dc(a),fragmentShader:uc({hasBorder:t}),uniforms:cc(a.paths,t,r)}}var fc=new Map;function gc(a){switch(a){case"over":return 0;case"above":return 1;case"below":return 2;case"auto":return 3;default:return 0}}function pc(a,n,t,e){var r=e.color,i=e.margin,o=e.textBorder,s=yo(e),l=s.paths,d=s.fontSizeMode,u=s.minVisibilityThreshold,c=s.fullVisibilityThreshold,f=s.keepUpright,h=!!o,v=hc({paths:l,hasBorder:h,fontSizeMode:d,minVisibilityThreshold:u,fullVisibilityThreshold:c,keepUpright:f}),m=(function(b){function p(g,y,T){var x;K(this,p),x=oe(this,p,[g,y,T]),D(x,"atlasTexture",null),D(x,"atlasNeedsUpdate",!1),D(x,"refreshTimeout",null),D(x,"labelGlyphCache",new Map),D(x,"edgeAttributeTexture",null);var _=Be();if(x.attributeLayout=Ce([].concat(X(l),[_])),x.attrDescriptors=aa([].concat(X(l),[_]),x.attributeLayout),x.edgeAttributeTexture=new na(g,x.attributeLayout),x.packedAttributeData=new Float32Array(x.attributeLayout.floatsPerItem),x.atlasManager=new dt,x.gamma=.025,x.sdfBuffer=Oe.cutoff,x.atlasTexture=g.createTexture(),!x.atlasTexture)throw new Error("EdgeLabelProgram: failed to create atlas texture");g.bindTexture(g.TEXTURE_2D,x.atlasTexture),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_WRAP_S,g.CLAMP_TO_EDGE),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_WRAP_T,g.CLAMP_TO_EDGE),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_MIN_FILTER,g.LINEAR),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_MAG_FILTER,g.LINEAR),g.bindTexture(g.TEXTURE_2D,null),x.atlasManager.on(dt.ATLAS_UPDATED_EVENT,function(){x.atlasNeedsUpdate=!0,x.refreshTimeout!==null&&clearTimeout(x.refreshTimeout),x.refreshTimeout=setTimeout(function(){x.refreshTimeout=null,x.renderer.refresh()},0)});var w={family:"sans-serif",weight:"normal",style:"normal"};return x.defaultFontKey=x.atlasManager.registerFont(w),x}return se(p,b),Z(p,[{key:"getDefinition",value:function(){var y=WebGL2RenderingContext,T=y.FLOAT,x=y.UNSIGNED_BYTE,_=y.TRIANGLE_STRIP,w=new Set,E=[],L=O(l),S;try{for(L.s();!(S=L.n()).done;){var A=S.value,R=O(A.attributes),F;try{for(R.s();!(F=R.n()).done;){var P=F.value,k=P.name.startsWith("a_")?P.name:"a_".concat(P.name);w.has(k)||(w.add(k),E.push({name:k,size:P.size,type:P.type}))}}catch(z){R.e(z)}finally{R.f()}}}catch(z){L.e(z)}finally{L.f()}return{VERTICES:4,VERTEX_SHADER_SOURCE:v.vertexShader,FRAGMENT_SHADER_SOURCE:v.fragmentShader,METHOD:_,UNIFORMS:v.uniforms,ATTRIBUTES:[{name:"a_edgeIndex",size:1,type:T},{name:"a_edgeAttrIndex",size:1,type:T},{name:"a_baseFontSize",size:1,type:T},{name:"a_charMetrics",size:4,type:T},{name:"a_charDims",size:4,type:T},{name:"a_texCoords",size:4,type:T},{name:"a_labelParams",size:2,type:T},{name:"a_color",size:4,type:x,normalized:!0}].concat(X(h?[{name:"a_borderColor",size:4,type:x,normalized:!0}]:[]),X(E.filter(function(z){return!["a_curvature","curvature"].includes(z.name)}))),CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:T}],CONSTANT_DATA:[[0,0],[1,0],[0,1],[1,1]]}}},{key:"prepareLabelGlyphs",value:function(y,T){if(T.hidden||!T.text){this.labelGlyphCache.delete(y);return}var x=T.text,_=T.fontKey||this.defaultFontKey;this.atlasManager.ensureGlyphs(x,_);var w=[],E=[],L=0,S=O(x),A;try{for(S.s();!(A=S.n()).done;){var R=A.value,F=R.codePointAt(0);if(F===void 0){w.push(void 0),E.push(L);continue}var P=this.atlasManager.getGlyph(F,_);w.push(P),E.push(L),P&&(L+=P.advance)}}catch(k){S.e(k)}finally{S.f()}this.labelGlyphCache.set(y,{glyphs:w,xOffsets:E,totalWidth:L})}},{key:"processCharacter",value:function(y,T,x,_){var w,E,L,S=this.floats,A=this.STRIDE,R=y*A,F=this.labelGlyphCache.get(T.parentKey);if(!F||!F.glyphs[_]){for(var P=0;P<A;P++)S[R+P]=0;return}var k=F.glyphs[_],z=F.xOffsets[_],G=p.labelColor,I=G&&Q(G)==="object"&&"color"in G&&G.color?G.color:T.color,C=De(I),N=R;S[N++]=T.edgeIndex,S[N++]=(w=(E=this.edgeAttributeTexture)===null||E===void 0?void 0:E.getIndex(T.parentKey))!==null&&w!==void 0?w:0,S[N++]=T.size,S[N++]=z,S[N++]=k.advance,S[N++]=F.totalWidth,S[N++]=gc(T.position),S[N++]=k.atlasWidth,S[N++]=k.atlasHeight,S[N++]=k.bearingX,S[N++]=-k.bearingY,S[N++]=k.atlasX,S[N++]=k.atlasY,S[N++]=k.atlasWidth,S[N++]=k.atlasHeight;var B=(L=p.labelMargin)!==null&&L!==void 0?L:T.margin;if(S[N++]=B,S[N++]=0,S[N++]=C,h&&o){var W;typeof o.color=="string"?W=o.color:W=o.color.color||"#ffffff",S[N++]=De(W)}var Y=new Set,V=O(l),j;try{for(V.s();!(j=V.n()).done;){var ce=j.value,te=O(ce.attributes),ke;try{for(te.s();!(ke=te.n()).done;){var Ne=ke.value,ge=Ne.name.startsWith("a_")?Ne.name.slice(2):Ne.name;if(ge!=="curvature"&&!Y.has(ge)){Y.add(ge);for(var ze=0;ze<Ne.size;ze++)S[N++]=0}}}catch(Ge){te.e(Ge)}finally{te.f()}}}catch(Ge){V.e(Ge)}finally{V.f()}}},{key:"processEdgeLabel",value:function(y,T,x){if(this.prepareLabelGlyphs(y,x),this.edgeAttributeTexture&&!x.hidden&&x.text){this.edgeAttributeTexture.allocate(y);var _=this.packedAttributeData;ra(this.attrDescriptors,x.edgeAttributes,_,"",fc,0),this.edgeAttributeTexture.updateAllAttributes(y,_)}return fe(p,"processLabel",this,3)([y,T,x])}},{key:"updateAtlasTexture",value:function(){if(this.atlasNeedsUpdate){var y=this.normalProgram.gl,T=this.atlasManager.getTextures();if(T.length!==0){var x=T[0];y.bindTexture(y.TEXTURE_2D,this.atlasTexture),y.texImage2D(y.TEXTURE_2D,0,y.RGBA,x.width,x.height,0,y.RGBA,y.UNSIGNED_BYTE,x.data),y.bindTexture(y.TEXTURE_2D,null),this.atlasNeedsUpdate=!1}}}},{key:"setUniforms",value:function(y,T){var x=T.gl,_=T.uniformLocations,w=this.atlasManager.getTextures(),E=w.length>0?[w[0].width,w[0].height]:[1,1];if(x.uniformMatrix3fv(_.u_matrix,!1,y.matrix),x.uniform1f(_.u_sizeRatio,y.sizeRatio),x.uniform1f(_.u_correctionRatio,y.correctionRatio),x.uniform1f(_.u_pixelRatio,y.pixelRatio),x.uniform1f(_.u_cameraAngle,y.cameraAngle),x.uniform1f(_.u_sdfBufferPixels,Oe.buffer),x.uniform2f(_.u_resolution,y.width,y.height),x.uniform2f(_.u_atlasSize,E[0],E[1]),x.uniform1f(_.u_gamma,this.gamma),x.uniform1f(_.u_sdfBuffer,this.sdfBuffer),x.activeTexture(x.TEXTURE0),x.bindTexture(x.TEXTURE_2D,this.atlasTexture),x.uniform1i(_.u_atlas,0),_.u_nodeDataTexture!==void 0&&x.uniform1i(_.u_nodeDataTexture,y.nodeDataTextureUnit),_.u_nodeDataTextureWidth!==void 0&&x.uniform1i(_.u_nodeDataTextureWidth,y.nodeDataTextureWidth),_.u_edgeDataTexture!==void 0&&x.uniform1i(_.u_edgeDataTexture,y.edgeDataTextureUnit),_.u_edgeDataTextureWidth!==void 0&&x.uniform1i(_.u_edgeDataTextureWidth,y.edgeDataTextureWidth),_.u_edgeFrameTexture!==void 0&&x.uniform1i(_.u_edgeFrameTexture,y.edgeFrameTextureUnit),_.u_edgeFrameTextureWidth!==void 0&&x.uniform1i(_.u_edgeFrameTextureWidth,y.edgeFrameTextureWidth),h&&o&&_.u_borderWidth!==void 0){var L=o.width/Oe.buffer*this.sdfBuffer;x.uniform1f(_.u_borderWidth,L)}if(this.edgeAttributeTexture&&_.u_edgeAttributeTexture!==void 0&&(this.edgeAttributeTexture.bind(et),x.uniform1i(_.u_edgeAttributeTexture,et),x.uniform1i(_.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),x.uniform1i(_.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem())),d==="scaled"&&_.u_zoomSizeRatio!==void 0){var S=this.renderer.getSetting("zoomToSizeRatioFunction"),A=1/S(y.zoomRatio);x.uniform1f(_.u_zoomSizeRatio,A)}}},{key:"renderProgram",value:function(y,T){this.updateAtlasTexture(),this.atlasManager.hasPendingGlyphs()&&(this.atlasManager.flush(),this.updateAtlasTexture()),this.edgeAttributeTexture&&this.edgeAttributeTexture.upload(),fe(p,"renderProgram",this,3)([y,T])}},{key:"registerFont",value:function(y){var T=arguments.length>1&&arguments[1]!==void 0?arguments[1]:"normal",x=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"normal";return this.atlasManager.registerFont({family:y,weight:T,style:x})}},{key:"getAtlasManager",value:function(){return this.atlasManager}},{key:"ensureGlyphsReady",value:function(y,T){var x=T||this.defaultFontKey,_=O(y),w;try{for(_.s();!(w=_.n()).done;){var E=w.value;this.atlasManager.ensureGlyphs(E,x)}}catch(L){_.e(L)}finally{_.f()}this.atlasManager.flush()}},{key:"measureLabelAtlasWidth",value:function(y,T){var x=T||this.defaultFontKey;this.atlasManager.ensureGlyphs(y,x),this.atlasManager.hasPendingGlyphs()&&this.atlasManager.flush();var _=0,w=O(y),E;try{for(w.s();!(E=w.n()).done;){var L=E.value,S=L.codePointAt(0);if(S!==void 0){var A=this.atlasManager.getGlyph(S,x);A&&(_+=A.advance)}}}catch(R){w.e(R)}finally{w.f()}return _}},{key:"measureLabel",value:function(y,T,x){var _=this.measureLabelAtlasWidth(y,x),w=T/Oe.fontSize;return{width:_*w,height:T,textHeight:T}}},{key:"kill",value:function(){var y=this.normalProgram.gl;this.refreshTimeout!==null&&(clearTimeout(this.refreshTimeout),this.refreshTimeout=null),this.atlasTexture&&(y.deleteTexture(this.atlasTexture),this.atlasTexture=null),this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),this.atlasManager.destroy(),this.labelGlyphCache.clear(),fe(p,"kill",this,3)([])}}])})(uo);return D(m,"labelColor",r),D(m,"labelMargin",i),new m(a,n,t)}function vc(){var a=`
// No extremity - always returns positive (outside)
float extremity_none(vec2 uv, float lengthRatio, float widthRatio) {
  return 1.0;
}
`;return{name:"none",glsl:a,length:0,widthFactor:1,margin:0,uniforms:[],attributes:[]}}function xo(a,n,t,e,r,i,o){var s,l,d=po(e),u=d.paths,c=d.layers,f=d.defaultHead,h=d.defaultTail,v=[vc()].concat(X(d.extremities)),m={},b={};u.forEach(function(R,F){return m[R.name]=F}),v.forEach(function(R,F){return b[R.name]=F});var p=(s=b[f])!==null&&s!==void 0?s:0,g=(l=b[h])!==null&&l!==void 0?l:0,y=null,T=Ce([].concat(X(u),X(c))),x=(function(R){function F(P,k,z){var G;K(this,F),y||(y=Yi({paths:u,extremities:v,layers:c,antialias:r})),G=oe(this,F,[P,k,z]),D(G,"layerLifecycles",new Map),D(G,"needsShaderRegeneration",!1),D(G,"edgeAttributeTexture",null),D(G,"layout",T),D(G,"attrDescriptors",[]),D(G,"lifecycleIndexOffset",u.length),G._pickingBuffer=k,G.edgeAttributeTexture=new na(P,G.layout),G.packedAttributeData=new Float32Array(G.layout.floatsPerItem),c.forEach(function(C,N){if(C.lifecycle){var B={gl:P,renderer:{refresh:function(){return z.refresh()}},getUniformLocation:function(Y){return P.getUniformLocation(G.normalProgram.program,Y)},requestShaderRegeneration:function(){G.needsShaderRegeneration=!0},requestRefresh:function(){z.refresh()}};G.layerLifecycles.set(N,C.lifecycle(B))}}),G.layerLifecycles.forEach(function(C){var N;return(N=C.init)===null||N===void 0?void 0:N.call(C)});var I=new Map;return G.layerLifecycles.forEach(function(C,N){C.getAttributeData&&I.set(u.length+N,C)}),G.attrDescriptors=aa([].concat(X(u),X(c)),G.layout,I),G}return se(F,R),Z(F,[{key:"getAttributeTexture",value:function(){return this.edgeAttributeTexture}},{key:"resolveEdgeIds",value:function(k,z,G){var I=k,C=0,N=p,B=g,W=z?I.selfLoopPath:G&&I.parallelPath?I.parallelPath:I.path;W&&m[W]!==void 0&&(C=m[W]),I.head&&I.head!=="none"&&b[I.head]!==void 0&&(N=b[I.head]),I.tail&&I.tail!=="none"&&b[I.tail]!==void 0&&(B=b[I.tail]);var Y=v[N],V=v[B];return{pathId:C,headId:N,tailId:B,headLengthRatio:Fe(Y.length)?0:Y.length,tailLengthRatio:Fe(V.length)?0:V.length}}},{key:"getDefinition",value:function(){var k=WebGL2RenderingContext,z=k.TRIANGLE_STRIP,G=z,I=y;return{VERTICES:I.verticesPerEdge,VERTEX_SHADER_SOURCE:I.vertexShader,FRAGMENT_SHADER_SOURCE:I.fragmentShader,METHOD:G,UNIFORMS:I.uniforms,ATTRIBUTES:I.attributes,CONSTANT_ATTRIBUTES:I.constantAttributes,CONSTANT_DATA:I.constantData}}},{key:"maybeRegenerateShaders",value:function(){var k=this;if(this.needsShaderRegeneration){this.needsShaderRegeneration=!1;var z=c.map(function(Y,V){var j=k.layerLifecycles.get(V);return j!=null&&j.regenerate?j.regenerate():Y});y=Yi({paths:u,extremities:v,layers:z,antialias:this.renderer.getSetting("antialiasEdges")});var G=this.normalProgram.gl,I=this.normalProgram,C=I.program,N=I.buffer,B=I.vertexShader,W=I.fragmentShader;G.deleteProgram(C),G.deleteBuffer(N),G.deleteShader(B),G.deleteShader(W),this.normalProgram=this.getProgramInfo("normal",G,y.vertexShader,y.fragmentShader,this._pickingBuffer)}}},{key:"process",value:function(k,z,G,I,C,N){var B=z*this.STRIDE;if(C.visibility==="hidden"||G.visibility==="hidden"||I.visibility==="hidden"){for(var W=B+this.STRIDE;B<W;B++)this.floats[B]=0;this.floats[z*this.STRIDE]=oo;return}this.processVisibleItem(Ct(k),B,G,I,C,N)}},{key:"processVisibleItem",value:function(k,z,G,I,C,N){var B,W=this.floats,Y=this.ints;W[z++]=N,W[z++]=De(C.color),Y[z++]=k,W[z++]=(B=C.opacity)!==null&&B!==void 0?B:1;var V=this.packedAttributeData;ra(this.attrDescriptors,C,V,C.color,this.layerLifecycles,this.lifecycleIndexOffset),this.edgeAttributeTexture.updateAllAttributesAtRow(N,V)}},{key:"setUniforms",value:function(k,z){var G=this,I=z.gl,C=z.uniformLocations;C.u_matrix&&I.uniformMatrix3fv(C.u_matrix,!1,k.matrix),C.u_sizeRatio&&I.uniform1f(C.u_sizeRatio,k.sizeRatio),C.u_correctionRatio&&I.uniform1f(C.u_correctionRatio,k.correctionRatio),C.u_zoomRatio&&I.uniform1f(C.u_zoomRatio,k.zoomRatio),C.u_pixelRatio&&I.uniform1f(C.u_pixelRatio,k.pixelRatio),C.u_cameraAngle&&I.uniform1f(C.u_cameraAngle,k.cameraAngle),C.u_feather&&I.uniform1f(C.u_feather,k.antiAliasingFeather),C.u_minEdgeThickness&&I.uniform1f(C.u_minEdgeThickness,k.minEdgeThickness),C.u_pickingPadding&&I.uniform1f(C.u_pickingPadding,k.edgePickingPadding),C.u_nodeDataTexture&&I.uniform1i(C.u_nodeDataTexture,k.nodeDataTextureUnit),C.u_nodeDataTextureWidth&&I.uniform1i(C.u_nodeDataTextureWidth,k.nodeDataTextureWidth),C.u_edgeDataTexture&&I.uniform1i(C.u_edgeDataTexture,k.edgeDataTextureUnit),C.u_edgeDataTextureWidth&&I.uniform1i(C.u_edgeDataTextureWidth,k.edgeDataTextureWidth),C.u_edgeFrameTexture&&I.uniform1i(C.u_edgeFrameTexture,k.edgeFrameTextureUnit),C.u_edgeFrameTextureWidth&&I.uniform1i(C.u_edgeFrameTextureWidth,k.edgeFrameTextureWidth),this.edgeAttributeTexture&&this.layout.floatsPerItem>0&&(this.edgeAttributeTexture.bind(et),C.u_edgeAttributeTexture&&I.uniform1i(C.u_edgeAttributeTexture,et),C.u_edgeAttributeTextureWidth&&I.uniform1i(C.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),C.u_edgeAttributeTexelsPerEdge&&I.uniform1i(C.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem()));var N=new Set;u.forEach(function(B){B.uniforms.forEach(function(W){N.has(W.name)||(N.add(W.name),G.setTypedUniform(W,z))})}),v.forEach(function(B){B.uniforms.forEach(function(W){N.has(W.name)||(N.add(W.name),G.setTypedUniform(W,z))})}),c.forEach(function(B){B.uniforms.forEach(function(W){N.has(W.name)||(N.add(W.name),G.setTypedUniform(W,z))})})}},{key:"render",value:function(k,z,G){this.maybeRegenerateShaders(),fe(F,"render",this,3)([k,z,G])}},{key:"renderProgram",value:function(k,z){this.layerLifecycles.forEach(function(G){var I;return(I=G.beforeRender)===null||I===void 0?void 0:I.call(G)}),fe(F,"renderProgram",this,3)([k,z])}},{key:"uploadAttributeTexture",value:function(){this.edgeAttributeTexture&&this.layout.floatsPerItem>0&&this.edgeAttributeTexture.upload()}},{key:"kill",value:function(){this.layerLifecycles.forEach(function(k){var z;return(z=k.kill)===null||z===void 0?void 0:z.call(k)}),this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),fe(F,"kill",this,3)([])}}])})(ct),_=v[p],w=v[g],E=U({paths:u,headLengthRatio:Fe(_.length)?0:_.length,tailLengthRatio:Fe(w.length)?0:w.length},e.label),L=yo(E),S=function(){return{labelProgram:pc(a,null,t,E),labelBackgroundProgram:oc(a,n,t,{shaderConfig:L})}},A=new Zu(a,{paths:u,extremities:v,layers:c,nodeShapes:i,nodeLayers:o});return{edgeProgram:new x(a,null,t),createLabelPrograms:S,framePass:A}}function mc(a){return Q(a)==="object"&&"uniforms"in a&&Array.isArray(a.uniforms)}function bc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"glsl"in a}function yc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"segments"in a}function xc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"length"in a}function _c(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"glsl"in a}function Tc(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Sc(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Ec(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Rc(a){if(mc(a))return a;if(Tc(a))return{name:a.name,glsl:a.glsl,inradiusFactor:a.inradiusFactor,uniforms:[]};throw new Error("Invalid node shape specification: ".concat(JSON.stringify(a)))}function wc(a){if(bc(a))return a;if(xi(a))return{name:a.name,glsl:a.glsl,uniforms:[],attributes:[]};throw new Error("Invalid node layer specification: ".concat(JSON.stringify(a)))}function Ac(a){if(yc(a))return a;if(Sc(a))return{name:a.name,glsl:a.glsl,segments:a.segments,uniforms:[],attributes:[]};throw new Error("Invalid edge path specification: ".concat(JSON.stringify(a)))}function Dc(a){if(_c(a))return a;if(_i(a))return{name:a.name,glsl:a.glsl,uniforms:[],attributes:[]};throw new Error("Invalid edge layer specification: ".concat(JSON.stringify(a)))}function Lc(a){if(xc(a))return a;if(Ec(a))return{name:a.name,glsl:a.glsl,length:a.length,widthFactor:a.widthFactor,margin:0,uniforms:[],attributes:[]};throw new Error("Invalid edge extremity specification: ".concat(JSON.stringify(a)))}function _o(a){var n,t,e=(n=a?.shapes)!==null&&n!==void 0?n:nn.shapes,r=(t=a?.layers)!==null&&t!==void 0?t:nn.layers,i=e.map(Rc),o=r.map(wc);if(i.length===0)throw new Error("At least one node shape must be specified.");if(o.length===0)throw new Error("At least one node layer must be specified.");return{shapes:i,layers:o}}function Cc(a){var n,t,e,r=(n=a?.paths)!==null&&n!==void 0?n:kt.paths,i=(t=a?.extremities)!==null&&t!==void 0?t:kt.extremities,o=(e=a?.layers)!==null&&e!==void 0?e:kt.layers,s=r.map(Ac),l=i.map(Lc).filter(function(u){return u!==null}),d=o.map(Dc);if(s.length===0)throw new Error("At least one edge path must be specified.");if(d.length===0)throw new Error("At least one edge layer must be specified.");return{paths:s,extremities:l,layers:d}}function To(a,n){var t={},e=O(a),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;i.variables&&Object.assign(t,i.variables)}}catch(o){e.e(o)}finally{e.f()}return Object.assign(t,n||{}),t}function So(a,n,t,e,r){var i=_o(e),o=i.shapes,s=i.layers,l=To(o,e?.variables),d=ho(a,n,t,{shapes:o,layers:s,label:e?.label,backdrop:e?.backdrop,labelAttachments:e?.labelAttachments},r);return U(U({},d),{},{variables:l})}function Eo(a,n,t,e,r,i){var o=Cc(e),s=o.paths,l=o.extremities,d=o.layers,u=_o(i),c=u.shapes,f=u.layers,h=To(s,e?.variables),v=xo(a,n,t,{paths:s,extremities:l,layers:d,defaultHead:e?.defaultHead,defaultTail:e?.defaultTail,label:e?.label},r,c,f);return U(U({},v),{},{variables:h,paths:s})}var kc=2;function Ro(a,n,t){var e=arguments.length>3&&arguments[3]!==void 0?arguments[3]:kc,r=n.canvas,i=r.width,o=r.height,s=t.x,l=t.y,d=t.rowHeight,u=t.maxRowWidth,c={},f=[],h=O(a),v;try{for(h.s();!(v=h.n()).done;){var m=v.value,b=m.width+e,p=m.height+e;if(b>i||p>o||s+b>i&&l+d+p>o){f.push(m);continue}s+b>i&&(u=Math.max(u,s),s=0,l+=d,d=p),m.draw(n,s,l),c[m.key]={x:s,y:l,width:m.width,height:m.height},s+=b,d=Math.max(d,p)}}catch(g){h.e(g)}finally{h.f()}return u=Math.max(u,s),{atlas:c,cursor:{x:s,y:l,rowHeight:d,maxRowWidth:u},remaining:f}}function xe(a,n,t,e){var r=Object.defineProperty;try{r({},"",{})}catch{r=0}xe=function(i,o,s,l){function d(u,c){xe(i,u,function(f){return this._invoke(u,c,f)})}o?r?r(i,o,{value:s,enumerable:!l,configurable:!l,writable:!l}):i[o]=s:(d("next",0),d("throw",1),d("return",2))},xe(a,n,t,e)}function _e(){var a,n,t=typeof Symbol=="function"?Symbol:{},e=t.iterator||"@@iterator",r=t.toStringTag||"@@toStringTag";function i(h,v,m,b){var p=v&&v.prototype instanceof s?v:s,g=Object.create(p.prototype);return xe(g,"_invoke",(function(y,T,x){var _,w,E,L=0,S=x||[],A=!1,R={p:0,n:0,v:a,a:F,f:F.bind(a,4),d:function(P,k){return _=P,w=0,E=a,R.n=k,o}};function F(P,k){for(w=P,E=k,n=0;!A&&L&&!z&&n<S.length;n++){var z,G=S[n],I=R.p,C=G[2];P>3?(z=C===k)&&(E=G[(w=G[4])?5:(w=3,3)],G[4]=G[5]=a):G[0]<=I&&((z=P<2&&I<G[1])?(w=0,R.v=k,R.n=G[1]):I<C&&(z=P<3||G[0]>k||k>C)&&(G[4]=P,G[5]=k,R.n=C,w=0))}if(z||P>1)return o;throw A=!0,k}return function(P,k,z){if(L>1)throw TypeError("Generator is already running");for(A&&k===1&&F(k,z),w=k,E=z;(n=w<2?a:E)||!A;){_||(w?w<3?(w>1&&(R.n=-1),F(w,E)):R.n=E:R.v=E);try{if(L=2,_){if(w||(P="next"),n=_[P]){if(!(n=n.call(_,E)))throw TypeError("iterator result is not an object");if(!n.done)return n;E=n.value,w<2&&(w=0)}else w===1&&(n=_.return)&&n.call(_),w<2&&(E=TypeError("The iterator does not provide a '"+P+"' method"),w=1);_=a}else if((n=(A=R.n<0)?E:y.call(T,R))!==o)break}catch(G){_=a,w=1,E=G}finally{L=1}}return{value:n,done:A}}})(h,m,b),!0),g}var o={};function s(){}function l(){}function d(){}n=Object.getPrototypeOf;var u=[][e]?n(n([][e]())):(xe(n={},e,function(){return this}),n),c=d.prototype=s.prototype=Object.create(u);function f(h){return Object.setPrototypeOf?Object.setPrototypeOf(h,d):(h.__proto__=d,xe(h,r,"GeneratorFunction")),h.prototype=Object.create(c),h}return l.prototype=d,xe(c,"constructor",d),xe(d,"constructor",l),l.displayName="GeneratorFunction",xe(d,r,"GeneratorFunction"),xe(c),xe(c,r,"Generator"),xe(c,e,function(){return this}),xe(c,"toString",function(){return"[object Generator]"}),(_e=function(){return{w:i,m:f}})()}function wo(a,n,t,e,r,i,o){try{var s=a[i](o),l=s.value}catch(d){return void t(d)}s.done?n(l):Promise.resolve(l).then(e,r)}function Wt(a){return function(){var n=this,t=arguments;return new Promise(function(e,r){var i=a.apply(n,t);function o(l){wo(i,e,r,o,s,"next",l)}function s(l){wo(i,e,r,o,s,"throw",l)}o(void 0)})}}var oa=new Map,Ao=!1;function Pc(a){return new Promise(function(n,t){var e=new FileReader;e.onload=function(){return n(e.result)},e.onerror=t,e.readAsDataURL(a)})}function Fc(a){if(!oa.has(a)){var n=fetch(a).then(function(t){return t.blob()}).then(Pc).catch(function(){return oa.delete(a),null});oa.set(a,n)}return oa.get(a)}function Ic(a){return ir.apply(this,arguments)}function ir(){return ir=Wt(_e().m(function a(n){var t,e,r;return _e().w(function(i){for(;;)switch(i.n){case 0:return t=document.createElement("div"),t.innerHTML=n,e=Array.from(t.querySelectorAll("img[src]")),r=e.filter(function(o){return!o.getAttribute("src").startsWith("data:")}),i.n=1,Promise.all(r.map((function(){var o=Wt(_e().m(function s(l){var d;return _e().w(function(u){for(;;)switch(u.n){case 0:return u.n=1,Fc(l.getAttribute("src"));case 1:d=u.v,d&&l.setAttribute("src",d);case 2:return u.a(2)}},s)}));return function(s){return o.apply(this,arguments)}})()));case 1:return i.a(2,t.innerHTML)}},a)})),ir.apply(this,arguments)}function Do(a){return or.apply(this,arguments)}function or(){return or=Wt(_e().m(function a(n){var t,e,r,i,o,s,l,d,u,c,f,h,v,m=arguments;return _e().w(function(b){for(;;)switch(b.n){case 0:if(t=m.length>1&&m[1]!==void 0?m[1]:1,e=n instanceof SVGElement?new XMLSerializer().serializeToString(n):n,r=new DOMParser,i=r.parseFromString(e,"image/svg+xml"),o=i.querySelector("svg"),o){b.n=1;break}return b.a(2,null);case 1:if(s=parseFloat(o.getAttribute("width")||""),l=parseFloat(o.getAttribute("height")||""),(!(s>0)||!(l>0))&&(d=o.getAttribute("viewBox"),d&&(u=d.trim().split(/[\s,]+/),s=parseFloat(u[2]),l=parseFloat(u[3]))),!(!(s>0)||!(l>0))){b.n=2;break}return console.warn("Sigma: SVG label attachment has no parseable dimensions — skipped."),b.a(2,null);case 2:return c=Math.ceil(s*t),f=Math.ceil(l*t),h=new Blob([e],{type:"image/svg+xml"}),v=URL.createObjectURL(h),b.a(2,new Promise(function(p){var g=new Image;g.onload=function(){var y=document.createElement("canvas");y.width=c,y.height=f,y.getContext("2d").drawImage(g,0,0,c,f),URL.revokeObjectURL(v);try{y.getContext("2d").getImageData(0,0,1,1)}catch(T){if(T instanceof DOMException&&T.name==="SecurityError"){Ao||(Ao=!0,console.warn('Sigma: A label attachment was skipped because the rendered canvas is tainted. SVG with <foreignObject> (used by the "html" attachment type) is blocked in Chromium and Safari. Use type: "canvas" with Canvas 2D rendering instead.')),p(null);return}throw T}p(y)},g.onerror=function(){URL.revokeObjectURL(v),p(null)},g.src=v}))}},a)})),or.apply(this,arguments)}function Nc(a,n){var t=document.createElement("div");t.style.cssText="position:fixed;left:-99999px;top:0;visibility:hidden;width:max-content;height:max-content",t.innerHTML=(n?"<style>".concat(n,"</style>"):"")+a,document.body.appendChild(t);var e=t.getBoundingClientRect(),r=e.width,i=e.height;return document.body.removeChild(t),{width:Math.ceil(r),height:Math.ceil(i)}}function zc(a,n,t,e){return sr.apply(this,arguments)}function sr(){return sr=Wt(_e().m(function a(n,t,e,r){var i,o,s,l,d,u,c,f,h=arguments;return _e().w(function(v){for(;;)switch(v.n){case 0:return i=h.length>4&&h[4]!==void 0?h[4]:1,o=n instanceof HTMLElement?n.outerHTML:n,v.n=1,Ic(o);case 1:return s=v.v,(e==null||r==null)&&(l=Nc(s,t),e=e??l.width,r=r??l.height),d=Math.ceil(e*i),u=Math.ceil(r*i),c=t?"<style>".concat(t,"</style>"):"",f='<svg xmlns="http://www.w3.org/2000/svg" '+'width="'.concat(d,'" height="').concat(u,'" viewBox="0 0 ').concat(e," ").concat(r,'">')+'<foreignObject width="'.concat(e,'" height="').concat(r,'">')+'<body xmlns="http://www.w3.org/1999/xhtml" style="margin:0;padding:0">'.concat(c).concat(s,"</body>")+"</foreignObject></svg>",v.a(2,Do(f,1))}},a)})),sr.apply(this,arguments)}function Gc(a){return lr.apply(this,arguments)}function lr(){return lr=Wt(_e().m(function a(n){var t,e=arguments,r;return _e().w(function(i){for(;;)switch(i.n){case 0:t=e.length>1&&e[1]!==void 0?e[1]:1,r=n.type,i.n=r==="canvas"?1:r==="svg"?2:r==="html"?3:4;break;case 1:return i.a(2,n.canvas);case 2:return i.a(2,Do(n.svg,t));case 3:return i.a(2,zc(n.html,n.css,n.width,n.height,t));case 4:return i.a(2)}},a)})),lr.apply(this,arguments)}var Ot=2048,Lo=(function(){function a(n,t,e){K(this,a),D(this,"cache",new Map),D(this,"pending",new Set),D(this,"atlas",{}),D(this,"glTexture",null),D(this,"dirty",!0),this.gl=n,this.renderers=t,this.scheduleRender=e,this.packCanvas=document.createElement("canvas"),this.packCanvas.width=Ot,this.packCanvas.height=Ot,this.packCtx=this.packCanvas.getContext("2d")}return Z(a,[{key:"renderAttachment",value:function(t,e,r){var i=this,o="".concat(t,":").concat(e);if(!(this.cache.has(o)||this.pending.has(o))){var s=this.renderers[e];if(s){var l=s(r);if(l){this.pending.add(o);var d=r.pixelRatio;Promise.resolve(l).then((function(){var u=Wt(_e().m(function c(f){var h;return _e().w(function(v){for(;;)switch(v.n){case 0:if(i.pending.has(o)){v.n=1;break}return v.a(2);case 1:if(i.pending.delete(o),f){v.n=2;break}return v.a(2);case 2:return v.n=3,Gc(f,d);case 3:if(h=v.v,!(!h||h.width===0||h.height===0)){v.n=4;break}return v.a(2);case 4:i.cache.set(o,{image:h,width:h.width,height:h.height}),i.dirty=!0,i.scheduleRender();case 5:return v.a(2)}},c)}));return function(c){return u.apply(this,arguments)}})())}}}}},{key:"regenerateAtlas",value:function(){if(this.dirty){this.dirty=!1;var t=[];if(this.cache.forEach(function(d,u){t.push({key:u,width:d.width,height:d.height,draw:function(f,h,v){f.drawImage(d.image,h,v)}})}),t.length===0){this.atlas={},this.deleteGLTexture();return}var e={x:0,y:0,rowHeight:0,maxRowWidth:0};this.packCtx.clearRect(0,0,Ot,Ot);var r=Ro(t,this.packCtx,e),i=r.atlas,o=r.remaining;this.atlas=i,o.length>0&&console.warn("Sigma: ".concat(o.length," label attachment(s) could not fit in the ").concat(Ot,"x").concat(Ot," atlas and will not be rendered.")),this.deleteGLTexture();var s=this.gl,l=s.createTexture();s.activeTexture(s.TEXTURE0+cn),s.bindTexture(s.TEXTURE_2D,l),s.pixelStorei(s.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!0),s.texImage2D(s.TEXTURE_2D,0,s.RGBA,s.RGBA,s.UNSIGNED_BYTE,this.packCanvas),s.pixelStorei(s.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MAG_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_T,s.CLAMP_TO_EDGE),this.glTexture=l}}},{key:"bindTexture",value:function(t){if(this.glTexture){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.glTexture)}}},{key:"getEntry",value:function(t,e){var r="".concat(t,":").concat(e);return this.atlas[r]||null}},{key:"invalidateNode",value:function(t){var e="".concat(t,":"),r=O(this.cache.keys()),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;o.startsWith(e)&&(this.cache.delete(o),this.dirty=!0)}}catch(u){r.e(u)}finally{r.f()}var s=O(this.pending),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;d.startsWith(e)&&this.pending.delete(d)}}catch(u){s.e(u)}finally{s.f()}}},{key:"restore",value:function(){this.glTexture=null,this.dirty=!0}},{key:"clear",value:function(){this.cache.clear(),this.pending.clear(),this.atlas={},this.dirty=!0,this.deleteGLTexture()}},{key:"kill",value:function(){this.clear(),this.packCanvas=null,this.packCtx=null,this.gl=null}},{key:"deleteGLTexture",value:function(){this.glTexture&&(this.gl.deleteTexture(this.glTexture),this.glTexture=null)}}])})(),dr=(function(){function a(n){K(this,a),D(this,"buckets",new Map),D(this,"keyDepth",new Map);var t=O(n),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;this.buckets.set(r,new Set)}}catch(i){t.e(i)}finally{t.f()}}return Z(a,[{key:"has",value:function(t){return this.keyDepth.has(t)}},{key:"getBucket",value:function(t){return this.buckets.get(t)}},{key:"set",value:function(t,e){var r,i=this.keyDepth.get(t);if(i!==e){var o=this.buckets.get(e);if(!o)throw new Error('Sigma: "'.concat(e,'" is not a declared depth layer'));i!==void 0&&((r=this.buckets.get(i))===null||r===void 0||r.delete(t)),o.add(t),this.keyDepth.set(t,e)}}},{key:"remove",value:function(t){var e=this.keyDepth.get(t);e!==void 0&&(this.buckets.get(e).delete(t),this.keyDepth.delete(t))}},{key:"clearAll",value:function(){var t=O(this.buckets.values()),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;r.clear()}}catch(i){t.e(i)}finally{t.f()}this.keyDepth.clear()}},{key:"getSorted",value:function(t,e){var r=this.buckets.get(t);return!r||r.size===0?[]:X(r).sort(function(i,o){return e(i)-e(o)})}}])})(),Co=(function(a){function n(t,e){return K(this,n),oe(this,n,[t,2,e])}return se(n,a),Z(n,[{key:"updateNode",value:function(e,r,i,o,s,l,d,u){var c=this.indexMap.get(e);if(c===void 0)throw new Error('Node "'.concat(e,'" not allocated in NodeDataTexture'));var f=Ze(u),h=J(f,4),v=h[0],m=h[1],b=h[2],p=h[3],g=c*2*4;this.data[g]=r,this.data[g+1]=i,this.data[g+2]=o,this.data[g+3]=s,this.data[g+4]=l,this.data[g+5]=d,this.data[g+6]=v*65536+m*256+b,this.data[g+7]=p/255,this.markDirty(c)}}])})(ta),Mc=1024,Bc=1.5,Oc=4096,ur=(function(){function a(n,t){var e;if(K(this,a),D(this,"texture",null),D(this,"framebuffer",null),!n.getExtension("EXT_color_buffer_float"))throw new Error("sigma: EXT_color_buffer_float is required for label/edge placement but is unavailable in this WebGL2 context.");this.gl=n,this.channels=t.channels,this.capacity=this.roundUpToPowerOfTwo((e=t.initialCapacity)!==null&&e!==void 0?e:Mc);var r=this.computeDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.create()}return Z(a,[{key:"roundUpToPowerOfTwo",value:function(t){return Math.pow(2,Math.ceil(Math.log2(Math.max(1,t))))}},{key:"computeDimensions",value:function(t){var e=Math.min(t,Oc),r=Math.ceil(t/e);return{width:e,height:r}}},{key:"create",value:function(){var t=this.gl,e=this.channels===1?t.R32F:t.RGBA32F,r=this.channels===1?t.RED:t.RGBA;if(this.texture=t.createTexture(),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture),t.texImage2D(t.TEXTURE_2D,0,e,this.textureWidth,this.textureHeight,0,r,t.FLOAT,null),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MIN_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MAG_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_S,t.CLAMP_TO_EDGE),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_T,t.CLAMP_TO_EDGE),this.framebuffer=t.createFramebuffer(),t.bindFramebuffer(t.FRAMEBUFFER,this.framebuffer),t.framebufferTexture2D(t.FRAMEBUFFER,t.COLOR_ATTACHMENT0,t.TEXTURE_2D,this.texture,0),t.checkFramebufferStatus(t.FRAMEBUFFER)!==t.FRAMEBUFFER_COMPLETE)throw new Error("sigma: float framebuffer for frame-pass placement is incomplete.");t.bindFramebuffer(t.FRAMEBUFFER,null),t.bindTexture(t.TEXTURE_2D,null)}},{key:"ensureCapacity",value:function(t){if(!(t<=this.capacity)){var e=this.gl;this.capacity=this.roundUpToPowerOfTwo(Math.ceil(t*Bc));var r=this.computeDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.texture&&e.deleteTexture(this.texture),this.framebuffer&&e.deleteFramebuffer(this.framebuffer),this.create()}}},{key:"bindAsRenderTarget",value:function(){var t=this.gl;t.bindFramebuffer(t.FRAMEBUFFER,this.framebuffer),t.viewport(0,0,this.textureWidth,this.textureHeight)}},{key:"bind",value:function(t){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.texture)}},{key:"getTexture",value:function(){return this.texture}},{key:"getTextureWidth",value:function(){return this.textureWidth}},{key:"getTextureHeight",value:function(){return this.textureHeight}},{key:"restore",value:function(){this.gl.getExtension("EXT_color_buffer_float"),this.create()}},{key:"kill",value:function(){var t=this.gl;this.texture&&(t.deleteTexture(this.texture),this.texture=null),this.framebuffer&&(t.deleteFramebuffer(this.framebuffer),this.framebuffer=null)}}])})(),ko=(function(a){function n(t,e){return K(this,n),oe(this,n,[t,2,e])}return se(n,a),Z(n,[{key:"updateEdge",value:function(e,r,i,o,s,l){var d=arguments.length>6&&arguments[6]!==void 0?arguments[6]:0,u=arguments.length>7&&arguments[7]!==void 0?arguments[7]:0,c=arguments.length>8&&arguments[8]!==void 0?arguments[8]:0,f=this.indexMap.get(e);if(f===void 0)throw new Error('Edge "'.concat(e,'" not allocated in EdgeDataTexture'));var h=f*this.TEXELS_PER_ITEM*4;this.data[h+0]=r,this.data[h+1]=i,this.data[h+2]=o,this.data[h+3]=0,this.data[h+4]=s,this.data[h+5]=l,this.data[h+6]=d,this.data[h+7]=(u&15)<<4|c&15,this.markDirty(f)}}])})(ta);var _g=at(St()),Tg=at(Ha());function Wc(a,n){if(a==null)return{};var t={};for(var e in a)if({}.hasOwnProperty.call(a,e)){if(n.indexOf(e)!==-1)continue;t[e]=a[e]}return t}function Po(a,n){if(a==null)return{};var t,e,r=Wc(a,n);if(Object.getOwnPropertySymbols){var i=Object.getOwnPropertySymbols(a);for(e=0;e<i.length;e++)t=i[e],n.indexOf(t)===-1&&{}.propertyIsEnumerable.call(a,t)&&(r[t]=a[t])}return r}var Uc=["factor"],$c=["factor"],Fo=1.5,cr={x:.5,y:.5,angle:0,ratio:1},Io=(function(a){function n(){var t;K(this,n);for(var e=arguments.length,r=new Array(e),i=0;i<e;i++)r[i]=arguments[i];return t=oe(this,n,[].concat(r)),D(t,"minRatio",null),D(t,"maxRatio",null),D(t,"enabled",!0),D(t,"enabledZooming",!0),D(t,"enabledPanning",!0),D(t,"enabledRotation",!0),D(t,"constrainState",null),D(t,"state",U({},cr)),D(t,"previousState",U({},cr)),D(t,"nextFrame",null),D(t,"currentAnimationFrom",null),D(t,"currentAnimationTo",null),D(t,"animationCallback",null),t}return se(n,a),Z(n,[{key:"x",get:function(){return this.state.x}},{key:"y",get:function(){return this.state.y}},{key:"angle",get:function(){return this.state.angle}},{key:"ratio",get:function(){return this.state.ratio}},{key:"getState",value:function(){return U({},this.state)}},{key:"getPreviousState",value:function(){return U({},this.previousState)}},{key:"getBoundedRatio",value:function(e){var r=e;return typeof this.minRatio=="number"&&(r=Math.max(r,this.minRatio)),typeof this.maxRatio=="number"&&(r=Math.min(r,this.maxRatio)),r}},{key:"validateState",value:function(e){var r=this.getState();return this.enabledPanning&&typeof e.x=="number"&&(r.x=e.x),this.enabledPanning&&typeof e.y=="number"&&(r.y=e.y),this.enabledZooming&&typeof e.ratio=="number"&&(r.ratio=this.getBoundedRatio(e.ratio)),this.enabledRotation&&typeof e.angle=="number"&&(r.angle=e.angle),this.constrainState?this.constrainState(r):r}},{key:"isAnimating",value:function(){return this.nextFrame!==null}},{key:"setState",value:function(e){if(!this.enabled)return this;var r=this.validateState(e);return zi(this.state,r)?this:(this.previousState=this.state,this.state=r,this.emit("updated",this.getState()),this)}},{key:"updateState",value:function(e){return this.setState(e(this.getState())),this}},{key:"animate",value:function(e,r){var i=this;return this.enabled?new Promise(function(o){return i.runAnimation(e,U(U({},Bi),r),o)}):Promise.resolve()}},{key:"cancelAnimation",value:function(){return this.nextFrame!==null&&(cancelAnimationFrame(this.nextFrame),this.nextFrame=null),this.resolveAnimation(),this.emitAnimationEnd(!1),this}},{key:"zoomIn",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},r=e.factor,i=r===void 0?Fo:r,o=Po(e,Uc);return this.animate({ratio:this.ratio/i},o)}},{key:"zoomOut",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},r=e.factor,i=r===void 0?Fo:r,o=Po(e,$c);return this.animate({ratio:this.ratio*i},o)}},{key:"reset",value:function(e){return this.animate(cr,e)}},{key:"runAnimation",value:function(e,r,i){var o=this,s=Mn(r.easing),l=Date.now(),d=this.getState(),u=this.validateState(e),c=function(){if(!o.enabled){o.cancelAnimation();return}var h=r.duration>0?(Date.now()-l)/r.duration:1;if(h>=1){o.nextFrame=null,o.setState(u),o.resolveAnimation(),o.emitAnimationEnd(!0);return}var v=s(h);o.setState({x:d.x+(u.x-d.x)*v,y:d.y+(u.y-d.y)*v,angle:d.angle+(u.angle-d.angle)*v,ratio:d.ratio+(u.ratio-d.ratio)*v}),o.nextFrame=requestAnimationFrame(c)};this.cancelAnimation(),this.currentAnimationFrom=d,this.currentAnimationTo=u,this.animationCallback=i,this.emit("animationStart",{from:d,to:u}),c()}},{key:"resolveAnimation",value:function(){var e=this.animationCallback;this.animationCallback=null,e&&e()}},{key:"emitAnimationEnd",value:function(e){var r=this.currentAnimationFrom,i=this.currentAnimationTo;!r||!i||(this.currentAnimationFrom=null,this.currentAnimationTo=null,this.emit("animationEnd",{from:r,to:i,completed:e}))}}],[{key:"from",value:function(e){var r=new n;return r.setState(e)}}])})(Un);function Te(a,n){var t=n.getBoundingClientRect();return{x:a.clientX-t.left,y:a.clientY-t.top}}function We(a,n){var t=U(U({},Te(a,n)),{},{sigmaDefaultPrevented:!1,preventSigmaDefault:function(){t.sigmaDefaultPrevented=!0},original:a});return t}function ht(a){var n="x"in a?a:U(U({},a.touches[0]||a.previousTouches[0]),{},{original:a.original,sigmaDefaultPrevented:a.sigmaDefaultPrevented,preventSigmaDefault:function(){a.sigmaDefaultPrevented=!0,n.sigmaDefaultPrevented=!0}});return n}function Hc(a,n){var t=We(a,n);return t.delta=Yo(a),t}var Vc=2;function la(a){for(var n=[],t=0,e=Math.min(a.length,Vc);t<e;t++)n.push(a[t]);return n}function fn(a,n,t){var e={touches:la(a.touches).map(function(r){return Te(r,t)}),previousTouches:n.map(function(r){return Te(r,t)}),sigmaDefaultPrevented:!1,preventSigmaDefault:function(){e.sigmaDefaultPrevented=!0},original:a};return e}function Yo(a){if(typeof a.deltaY<"u")return a.deltaY*-3/360;if(typeof a.detail<"u")return a.detail/-9;throw new Error("Captor: could not extract delta from event.")}var Ko=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n),r.container=t,r.renderer=e,r}return se(n,a),Z(n)})(Un),jc=["doubleClickTimeout","doubleClickZoomingDuration","doubleClickZoomingRatio","dragTimeout","draggedEventsTolerance","enableCameraMouseRotation","gestureTarget","inertiaDuration","inertiaRatio","zoomDuration","zoomingRatio"],Xc=jc.reduce(function(a,n){return U(U({},a),{},D({},n,Vn[n]))},{});function gn(a){return a instanceof PointerEvent&&a.pointerType==="touch"}var qc=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n,[t,e]),D(r,"enabled",!0),D(r,"draggedEvents",0),D(r,"downStartTime",null),D(r,"lastMouseX",null),D(r,"lastMouseY",null),D(r,"isMouseDown",!1),D(r,"isMoving",!1),D(r,"isPanningStage",!1),D(r,"movingTimeout",null),D(r,"startCameraState",null),D(r,"clicks",0),D(r,"doubleClickTimeout",null),D(r,"isRightMouseDown",!1),D(r,"startRotationAngle",null),D(r,"startCameraAngle",null),D(r,"currentWheelDirection",0),D(r,"lastWheelAnimationId",0),D(r,"settings",Xc),r.handleRightClick=r.handleRightClick.bind(r),r.handleDown=r.handleDown.bind(r),r.handleUp=r.handleUp.bind(r),r.handleMove=r.handleMove.bind(r),r.handleWheel=r.handleWheel.bind(r),r.handleLeave=r.handleLeave.bind(r),r.handleEnter=r.handleEnter.bind(r),t.addEventListener("contextmenu",r.handleRightClick,{capture:!1}),t.addEventListener("pointerdown",r.handleDown,{capture:!1}),t.addEventListener("wheel",r.handleWheel,{capture:!1,passive:!1}),t.addEventListener("pointerleave",r.handleLeave,{capture:!1}),t.addEventListener("pointerenter",r.handleEnter,{capture:!1}),document.addEventListener("pointermove",r.handleMove,{capture:!1}),document.addEventListener("pointerup",r.handleUp,{capture:!1}),r}return se(n,a),Z(n,[{key:"kill",value:function(){var e=this.container;e.removeEventListener("contextmenu",this.handleRightClick),e.removeEventListener("pointerdown",this.handleDown),e.removeEventListener("wheel",this.handleWheel),e.removeEventListener("pointerleave",this.handleLeave),e.removeEventListener("pointerenter",this.handleEnter),document.removeEventListener("pointermove",this.handleMove),document.removeEventListener("pointerup",this.handleUp)}},{key:"handleClick",value:function(e){var r=this;if(this.enabled){if(this.clicks++,this.clicks===2)return this.clicks=0,typeof this.doubleClickTimeout=="number"&&(clearTimeout(this.doubleClickTimeout),this.doubleClickTimeout=null),this.handleDoubleClick(e);setTimeout(function(){r.clicks=0,r.doubleClickTimeout=null},this.settings.doubleClickTimeout),this.draggedEvents<this.settings.draggedEventsTolerance&&this.emit("click",We(e,this.container))}}},{key:"handleRightClick",value:function(e){this.enabled&&(this.settings.enableCameraMouseRotation&&e.preventDefault(),this.emit("rightClick",We(e,this.container)))}},{key:"handleDoubleClick",value:function(e){if(this.enabled){e.preventDefault(),e.stopPropagation();var r=We(e,this.container);if(this.emit("doubleClick",r),!r.sigmaDefaultPrevented){var i=this.renderer.getCamera(),o=i.getBoundedRatio(i.getState().ratio/this.settings.doubleClickZoomingRatio);i.animate(this.renderer.getViewportZoomedState(Te(e,this.container),o),{easing:"quadraticInOut",duration:this.settings.doubleClickZoomingDuration})}}}},{key:"handleDown",value:function(e){if(!(!this.enabled||gn(e))){if(e.button===0){this.startCameraState=this.renderer.getCamera().getState();var r=Te(e,this.container),i=r.x,o=r.y;this.lastMouseX=i,this.lastMouseY=o,this.draggedEvents=0,this.downStartTime=Date.now(),this.isMouseDown=!0}if(e.button===2&&this.settings.enableCameraMouseRotation){var s=Te(e,this.container),l=s.x,d=s.y,u=this.container.offsetWidth/2,c=this.container.offsetHeight/2;this.startRotationAngle=Math.atan2(d-c,l-u),this.startCameraAngle=this.renderer.getCamera().getState().angle,this.isRightMouseDown=!0}this.emit("mousedown",We(e,this.container))}}},{key:"handleUp",value:function(e){var r=this;if(!(!this.enabled||gn(e)||!this.isMouseDown&&!this.isRightMouseDown)){if(this.isRightMouseDown){this.isRightMouseDown=!1,this.startRotationAngle=null,this.startCameraAngle=null,this.emit("mouseup",We(e,this.container));return}var i=this.renderer.getCamera();this.isMouseDown=!1,this.isPanningStage&&(this.isPanningStage=!1,this.renderer._setPanning(!1)),typeof this.movingTimeout=="number"&&(clearTimeout(this.movingTimeout),this.movingTimeout=null);var o=Te(e,this.container),s=o.x,l=o.y,d=i.getState(),u=i.getPreviousState();this.isMoving?i.animate({x:d.x+this.settings.inertiaRatio*(d.x-u.x),y:d.y+this.settings.inertiaRatio*(d.y-u.y)},{duration:this.settings.inertiaDuration,easing:"quadraticOut"}):(this.lastMouseX!==s||this.lastMouseY!==l)&&i.setState({x:d.x,y:d.y}),this.isMoving=!1,setTimeout(function(){var c=r.draggedEvents>0;r.draggedEvents=0;var f=r.renderer.getSetting("hideEdgesOnMove")||r.renderer.getSetting("hideLabelsOnMove");c&&f&&r.renderer.refresh()},0),this.emit("mouseup",We(e,this.container)),(e.target===this.container||e.composedPath()[0]===this.container)&&this.handleClick(e)}}},{key:"handleMove",value:function(e){var r=this;if(!(!this.enabled||gn(e))){var i=We(e,this.container);if(this.emit("mousemovebody",i),(e.target===this.container||e.composedPath()[0]===this.container)&&this.emit("mousemove",i),this.isMouseDown&&this.draggedEvents++,!i.sigmaDefaultPrevented){if(this.isMouseDown){this.isMoving=!0,typeof this.movingTimeout=="number"&&clearTimeout(this.movingTimeout),this.movingTimeout=window.setTimeout(function(){r.movingTimeout=null,r.isMoving=!1},this.settings.dragTimeout);var o=this.renderer.getCamera(),s=Te(e,this.container),l=s.x,d=s.y,u=this.renderer.viewportToFramedGraph({x:this.lastMouseX,y:this.lastMouseY}),c=this.renderer.viewportToFramedGraph({x:l,y:d}),f=u.x-c.x,h=u.y-c.y,v=o.getState(),m=v.x+f,b=v.y+h;this.isPanningStage||(this.isPanningStage=!0,this.renderer._setPanning(!0)),o.setState({x:m,y:b}),this.lastMouseX=l,this.lastMouseY=d,e.preventDefault(),e.stopPropagation()}if(this.isRightMouseDown){var p=Te(e,this.container),g=p.x,y=p.y,T=this.container.offsetWidth/2,x=this.container.offsetHeight/2,_=Math.atan2(y-x,g-T),w=_-this.startRotationAngle,E=this.renderer.getCamera();E.setState({angle:this.startCameraAngle+w}),e.preventDefault(),e.stopPropagation()}}}}},{key:"handleLeave",value:function(e){gn(e)||this.emit("mouseleave",We(e,this.container))}},{key:"handleEnter",value:function(e){gn(e)||this.emit("mouseenter",We(e,this.container))}},{key:"handleWheel",value:function(e){var r=this,i=this.renderer.getCamera();if(!(!this.enabled||!i.enabledZooming)){var o=Hc(e,this.container);if(this.emit("wheel",o),!o.sigmaDefaultPrevented){var s=this.settings.gestureTarget;if(s!=="page"){if(s==="shared"&&!e.ctrlKey&&!e.metaKey){this.renderer._showGestureHint("wheel");return}var l=Yo(e);if(l){e.preventDefault(),e.stopPropagation();var d=i.getState().ratio,u=l>0?1/this.settings.zoomingRatio:this.settings.zoomingRatio,c=i.getBoundedRatio(d*u),f=l>0?1:-1,h=Date.now();if(d!==c&&!(this.currentWheelDirection===f&&this.lastWheelTriggerTime&&h-this.lastWheelTriggerTime<this.settings.zoomDuration/5)){var v=++this.lastWheelAnimationId;i.animate(this.renderer.getViewportZoomedState(Te(e,this.container),c),{easing:"quadraticOut",duration:this.settings.zoomDuration}).then(function(){r.lastWheelAnimationId===v&&(r.currentWheelDirection=0)}),this.currentWheelDirection=f,this.lastWheelTriggerTime=h}}}}}}},{key:"setSettings",value:function(e){this.settings=e}}])})(Ko),Yc=["dragTimeout","gestureTarget","inertiaDuration","inertiaRatio","doubleClickTimeout","doubleClickZoomingRatio","doubleClickZoomingDuration","tapMoveTolerance"],Kc=Yc.reduce(function(a,n){return U(U({},a),{},D({},n,Vn[n]))},{}),Zc=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n,[t,e]),D(r,"enabled",!0),D(r,"isMoving",!1),D(r,"hasMoved",!1),D(r,"isPanningStage",!1),D(r,"isZoomingStage",!1),D(r,"touchMode",0),D(r,"startTouchesPositions",[]),D(r,"lastTouches",[]),D(r,"lastTap",null),D(r,"settings",Kc),r.handleStart=r.handleStart.bind(r),r.handleLeave=r.handleLeave.bind(r),r.handleMove=r.handleMove.bind(r),t.addEventListener("touchstart",r.handleStart,{capture:!1}),t.addEventListener("touchcancel",r.handleLeave,{capture:!1}),document.addEventListener("touchend",r.handleLeave,{capture:!1,passive:!1}),document.addEventListener("touchmove",r.handleMove,{capture:!1,passive:!1}),r}return se(n,a),Z(n,[{key:"kill",value:function(){var e=this.container;e.removeEventListener("touchstart",this.handleStart),e.removeEventListener("touchcancel",this.handleLeave),document.removeEventListener("touchend",this.handleLeave),document.removeEventListener("touchmove",this.handleMove)}},{key:"getDimensions",value:function(){return{width:this.container.offsetWidth,height:this.container.offsetHeight}}},{key:"doesCapture",value:function(e){var r=this.settings.gestureTarget;return r==="graph"?!0:r==="page"?!1:e>=2}},{key:"syncStageFlags",value:function(){var e=this.touchMode===1&&this.hasMoved,r=this.touchMode===2;e!==this.isPanningStage&&(this.isPanningStage=e,this.renderer._setPanning(e)),r!==this.isZoomingStage&&(this.isZoomingStage=r,this.renderer._setZooming(r))}},{key:"handleStart",value:function(e){var r=this;if(this.enabled){var i=la(e.touches);if(this.touchMode=i.length,this.startCameraState=this.renderer.getCamera().getState(),this.startTouchesPositions=i.map(function(h){return Te(h,r.container)}),this.touchMode===2){var o=J(this.startTouchesPositions,2),s=o[0],l=s.x,d=s.y,u=o[1],c=u.x,f=u.y;this.startTouchesAngle=Math.atan2(f-d,c-l),this.startTouchesDistance=Math.sqrt(Math.pow(c-l,2)+Math.pow(f-d,2))}this.syncStageFlags(),this.emit("touchdown",fn(e,this.lastTouches,this.container)),this.lastTouches=i,this.lastTouchesPositions=this.startTouchesPositions,e.cancelable&&(this.doesCapture(e.touches.length)||this.renderer._hasNodeDrag())&&e.preventDefault()}}},{key:"handleLeave",value:function(e){if(!(!this.enabled||!this.startTouchesPositions.length)){switch(e.cancelable&&this.doesCapture(this.touchMode)&&e.preventDefault(),this.movingTimeout&&(this.isMoving=!1,clearTimeout(this.movingTimeout)),this.touchMode){case 2:if(e.touches.length===1){this.handleStart(e);break}case 1:if(this.isMoving){var r=this.renderer.getCamera(),i=r.getState(),o=r.getPreviousState();r.animate({x:i.x+this.settings.inertiaRatio*(i.x-o.x),y:i.y+this.settings.inertiaRatio*(i.y-o.y)},{duration:this.settings.inertiaDuration,easing:"quadraticOut"})}this.hasMoved=!1,this.isMoving=!1,this.touchMode=0;break}if(this.syncStageFlags(),this.emit("touchup",fn(e,this.lastTouches,this.container)),!e.touches.length){var s=Te(this.lastTouches[0],this.container),l=this.startTouchesPositions[0],d=Math.pow(s.x-l.x,2)+Math.pow(s.y-l.y,2);if(!e.touches.length&&d<Math.pow(this.settings.tapMoveTolerance,2))if(this.lastTap&&Date.now()-this.lastTap.time<this.settings.doubleClickTimeout){var u=fn(e,this.lastTouches,this.container);if(this.emit("doubletap",u),this.lastTap=null,!u.sigmaDefaultPrevented&&this.settings.gestureTarget!=="page"){var c=this.renderer.getCamera(),f=c.getBoundedRatio(c.getState().ratio/this.settings.doubleClickZoomingRatio);c.animate(this.renderer.getViewportZoomedState(s,f),{easing:"quadraticInOut",duration:this.settings.doubleClickZoomingDuration})}}else{var h=fn(e,this.lastTouches,this.container);this.emit("tap",h),this.lastTap={time:Date.now(),position:h.touches[0]||h.previousTouches[0]}}}this.lastTouches=la(e.touches),this.startTouchesPositions=[]}}},{key:"handleMove",value:function(e){var r=this;if(!(!this.enabled||!this.startTouchesPositions.length)){var i=this.doesCapture(e.touches.length);i&&e.preventDefault();var o=la(e.touches),s=o.map(function(W){return Te(W,r.container)}),l=this.lastTouches;this.lastTouches=o,this.lastTouchesPositions=s;var d=fn(e,l,this.container);if(this.emit("touchmove",d),!d.sigmaDefaultPrevented&&(this.hasMoved||(this.hasMoved=s.some(function(W,Y){var V=r.startTouchesPositions[Y];return V&&(W.x!==V.x||W.y!==V.y)})),!!this.hasMoved)){if(!i){this.settings.gestureTarget==="shared"&&this.renderer._showGestureHint("touch");return}this.isMoving=!0,this.syncStageFlags(),this.movingTimeout&&clearTimeout(this.movingTimeout),this.movingTimeout=window.setTimeout(function(){r.isMoving=!1},this.settings.dragTimeout);var u=this.renderer.getCamera(),c=this.startCameraState,f=this.renderer.getSetting("stagePadding");switch(this.touchMode){case 1:{var h=this.renderer.viewportToFramedGraph((this.startTouchesPositions||[])[0]),v=h.x,m=h.y,b=this.renderer.viewportToFramedGraph(s[0]),p=b.x,g=b.y;u.setState({x:c.x+v-p,y:c.y+m-g});break}case 2:{var y={x:.5,y:.5,angle:0,ratio:1},T=s[0],x=T.x,_=T.y,w=s[1],E=w.x,L=w.y,S=Math.atan2(L-_,E-x)-this.startTouchesAngle,A=Math.hypot(L-_,E-x)/this.startTouchesDistance,R=u.getBoundedRatio(c.ratio/A);y.ratio=R,y.angle=c.angle+S;var F=this.getDimensions(),P=this.renderer.viewportToFramedGraph((this.startTouchesPositions||[])[0],{cameraState:c}),k=Math.min(F.width,F.height)-2*f,z=k/F.width,G=k/F.height,I=R/k,C=x-k/2/z,N=_-k/2/G,B=Aa({x:C,y:N},y.angle);C=B.x,N=B.y,y.x=P.x-C*I,y.y=P.y+N*I,u.setState(y);break}}}}}},{key:"setSettings",value:function(e){this.settings=e}}])})(Ko),Qc=(function(){function a(n,t,e,r){K(this,a),D(this,"pendingNode",null),D(this,"session",null),this.graph=n,this.viewportToGraph=t,this.setNodesState=e,this.emit=r}return Z(a,[{key:"start",value:function(t,e,r,i,o){var s=r(t),l=!1;if(this.emit("nodeDragStart",{node:t,allDraggedNodes:s,event:e,preventSigmaDefault:function(){l=!0}}),l)return!1;var d=new Map,u=O(s),c;try{for(u.s();!(c=u.n()).done;){var f=c.value;d.set(f,{x:this.graph.getNodeAttribute(f,i),y:this.graph.getNodeAttribute(f,o)})}}catch(h){u.e(h)}finally{u.f()}return this.session={node:t,allNodes:s,startPosition:this.viewportToGraph(e),startNodePositions:d,xAttr:i,yAttr:o},this.setNodesState(s,{isDragged:!0}),!0}},{key:"applyMove",value:function(t,e){var r=this.session,i=r.allNodes,o=r.startNodePositions,s=r.startPosition,l=r.xAttr,d=r.yAttr,u=this.viewportToGraph(t),c={x:u.x-s.x,y:u.y-s.y},f=O(i),h;try{for(f.s();!(h=f.n()).done;){var v=h.value,m=o.get(v);if(!(!m||!this.graph.hasNode(v))){var b={x:m.x+c.x,y:m.y+c.y};e?this.graph.mergeNodeAttributes(v,e(b,v)):(this.graph.setNodeAttribute(v,l,b.x),this.graph.setNodeAttribute(v,d,b.y))}}}catch(p){f.e(p)}finally{f.f()}}},{key:"end",value:function(){if(this.pendingNode=null,!this.session)return null;var t=this.session,e=t.node,r=t.allNodes;return this.setNodesState(r,{isDragged:!1}),this.session=null,{node:e,allNodes:r}}},{key:"removeNode",value:function(t){t===this.pendingNode&&(this.pendingNode=null),this.session&&(this.session.node===t?(this.setNodesState(this.session.allNodes,{isDragged:!1}),this.session=null):this.session.allNodes.includes(t)&&(this.session.allNodes=this.session.allNodes.filter(function(e){return e!==t}),this.session.startNodePositions.delete(t)))}},{key:"clear",value:function(){this.pendingNode=null,this.session=null}}])})();function No(a,n){return a<n?"".concat(a,"\0").concat(n):"".concat(n,"\0").concat(a)}var Jc=(function(){function a(n,t){K(this,a),D(this,"groups",new Map),D(this,"edgeToGroupKey",new Map),this.graph=n,this.onGroupChanged=t}return Z(a,[{key:"getGroupKey",value:function(t){return No(this.graph.source(t),this.graph.target(t))}},{key:"sortGroup",value:function(t,e){var r=this,i=e.split("\0")[0];t.sort(function(o,s){var l=r.graph.source(o)===i||!r.graph.isDirected(o)?0:1,d=r.graph.source(s)===i||!r.graph.isDirected(s)?0:1;return l-d})}},{key:"register",value:function(t){var e=this.getGroupKey(t),r=this.groups.get(e);r||(r=[],this.groups.set(e,r)),r.includes(t)||r.push(t),this.edgeToGroupKey.set(t,e),r.length>1&&this.sortGroup(r,e),this.onGroupChanged(r,r.length)}},{key:"unregister",value:function(t){var e=this.edgeToGroupKey.get(t);if(e){this.edgeToGroupKey.delete(t);var r=this.groups.get(e);if(r){var i=r.indexOf(t);i!==-1&&r.splice(i,1),r.length===0?this.groups.delete(e):this.onGroupChanged(r,r.length)}}}},{key:"getGroup",value:function(t){var e,r=this.edgeToGroupKey.get(t);return r?(e=this.groups.get(r))!==null&&e!==void 0?e:[]:[]}},{key:"getSiblings",value:function(t){return this.getGroup(t).filter(function(e){return e!==t})}},{key:"rebuild",value:function(){var t=this;this.groups.clear(),this.edgeToGroupKey.clear(),this.graph.forEachEdge(function(l,d,u,c){var f=No(u,c),h=t.groups.get(f);h||(h=[],t.groups.set(f,h)),h.push(l),t.edgeToGroupKey.set(l,f)});var e=O(this.groups),r;try{for(e.s();!(r=e.n()).done;){var i=J(r.value,2),o=i[0],s=i[1];s.length>1&&this.sortGroup(s,o),this.onGroupChanged(s,s.length)}}catch(l){e.e(l)}finally{e.f()}}},{key:"clear",value:function(){this.groups.clear(),this.edgeToGroupKey.clear()}}])})();function zo(a,n){var t;if(a===!1||a==="extend"||a==="separate")return a;var e=a[n];return e!==void 0?e:(t=a.default)!==null&&t!==void 0?t:!1}function Go(a){return a===!1?!1:a==="extend"||a==="separate"?!0:Object.values(a).some(function(n){return n==="extend"||n==="separate"})}function Mo(a){return a==="separate"?!0:a===!1||a==="extend"?!1:a.default==="separate"?!0:Object.values(a).includes("separate")}var ve={node:{parent:null,eventSuffix:"Node",payloadKey:"node",isEnabled:function(){return!0},writesPickingThisFrame:function(){return!0},setHover:function(n,t,e){return n.setNodeState(t,{isHovered:e})},getCursor:function(n,t){var e;return(e=n.nodeDataCache[t])===null||e===void 0?void 0:e.cursor},isHitValid:function(n,t){var e;return((e=n.nodeDataCache[t])===null||e===void 0?void 0:e.visibility)!=="hidden"}},edge:{parent:null,eventSuffix:"Edge",payloadKey:"edge",isEnabled:function(n){return!!n.settings.enableEdgeEvents},writesPickingThisFrame:function(n){return!!n.settings.enableEdgeEvents},setHover:function(n,t,e){return n.setEdgeState(t,{isHovered:e})},getCursor:function(n,t){var e;return(e=n.edgeDataCache[t])===null||e===void 0?void 0:e.cursor}},nodeLabel:{parent:"node",eventSuffix:"NodeLabel",payloadKey:"node",isEnabled:function(n){return Mo(n.settings.nodeLabelEvents)},writesPickingThisFrame:function(n){return Go(n.settings.nodeLabelEvents)},setHover:function(n,t,e){return n.setNodeState(t,{isLabelHovered:e})},getCursor:function(n,t){var e;return(e=n.nodeDataCache[t])===null||e===void 0?void 0:e.labelCursor},resolveForVerb:function(n,t,e){var r=zo(e.settings.nodeLabelEvents,t);return r===!1?null:r==="extend"?{kind:"node",key:n.key}:n}},edgeLabel:{parent:"edge",eventSuffix:"EdgeLabel",payloadKey:"edge",isEnabled:function(n){return Mo(n.settings.edgeLabelEvents)},writesPickingThisFrame:function(n){return Go(n.settings.edgeLabelEvents)},setHover:function(n,t,e){return n.setEdgeState(t,{isLabelHovered:e})},getCursor:function(n,t){var e;return(e=n.edgeDataCache[t])===null||e===void 0?void 0:e.labelCursor},resolveForVerb:function(n,t,e){var r=zo(e.settings.edgeLabelEvents,t);return r===!1?null:r==="extend"?{kind:"edge",key:n.key}:n}}},pt=["node","edge","nodeLabel","edgeLabel"];function eh(){return{lookup:[null],idsByKind:{node:new Map,edge:new Map,nodeLabel:new Map,edgeLabel:new Map},nextId:1}}function gt(a,n,t){var e;return(e=a.idsByKind[n].get(t))!==null&&e!==void 0?e:0}function hr(a,n){var t=O(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;if(r===n||ve[r].parent===n){var i=O(a.idsByKind[r].values()),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;a.lookup[s]=null}}catch(f){i.e(f)}finally{i.f()}a.idsByKind[r]=new Map}}}catch(f){t.e(f)}finally{t.f()}var l=1,d=O(pt),u;try{for(d.s();!(u=d.n()).done;){var c=u.value;if(c===n)break;l+=a.idsByKind[c].size}}catch(f){d.e(f)}finally{d.f()}a.nextId=l}function Bo(a,n,t){var e=a.nextId++;return a.idsByKind[n].set(t,e),a.lookup[e]={kind:n,key:t},e}function th(a,n){var t=O(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;if(ve[r].parent!==null){var i=O(a.idsByKind[r].values()),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;a.lookup[s]=null}}catch(x){i.e(x)}finally{i.f()}a.idsByKind[r]=new Map}}}catch(x){t.e(x)}finally{t.f()}a.nextId=1;var l=O(pt),d;try{for(l.s();!(d=l.n()).done;){var u=d.value;if(ve[u].parent===null){var c=O(a.idsByKind[u].values()),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;h>=a.nextId&&(a.nextId=h+1)}}catch(x){c.e(x)}finally{c.f()}}}}catch(x){l.e(x)}finally{l.f()}var v=O(pt),m;try{for(v.s();!(m=v.n()).done;){var b=m.value,p=ve[b];if(!(p.parent===null||!p.isEnabled(n))){var g=O(a.idsByKind[p.parent].keys()),y;try{for(g.s();!(y=g.n()).done;){var T=y.value;a.idsByKind[b].set(T,a.nextId),a.lookup[a.nextId]={kind:b,key:T},a.nextId++}}catch(x){g.e(x)}finally{g.f()}}}}catch(x){v.e(x)}finally{v.f()}}function nh(a,n){var t=O(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value,i=a[r],o=n[r];if(i!==o){if(i.size!==o.size)return!1;var s=O(i),l;try{for(s.s();!(l=s.n()).done;){var d=J(l.value,2),u=d[0],c=d[1];if(o.get(u)!==c)return!1}}catch(f){s.e(f)}finally{s.f()}}}}catch(f){t.e(f)}finally{t.f()}return!0}function Oo(a,n,t){ve[n.kind].setHover(a,n.key,t)}function ah(a,n){return ve[n.kind].getCursor(a,n.key)}function pn(a,n){return"".concat(n).concat(ve[a].eventSuffix)}function vn(a,n){return U(U({},n),{},D({},ve[a.kind].payloadKey,a.key))}function rh(a,n,t){var e=ve[n.kind].resolveForVerb;return e?e(n,t,a):n}function ih(a,n){var t=ve[n.kind].isHitValid;return t?t(a,n.key):!0}function fr(a){return pt.filter(function(n){return n===a||ve[n].parent===a})}function Zo(a,n,t){return n&&(n=rh(a,n,t)),n&&!ih(a,n)&&(n=null),n}function gr(a,n,t){var e=t==="wheel"?a.stateManager.hovered:a.getHitAtPosition(n);return Zo(a,e,t)}function oh(a,n){return!a||!n?a===n:a.kind===n.kind&&a.key===n.key}function Qo(a,n,t){var e={event:t,preventSigmaDefault:function(){return t.preventSigmaDefault()}},r=a.dragManager.session,i=r?{kind:"node",key:r.node}:Zo(a,n,"enter"),o=a.stateManager,s=o.hovered;oh(s,i)||(s&&(Oo(a,s,!1),a.emit(pn(s.kind,"leave"),vn(s,e))),o.setHovered(i),i&&(Oo(a,i,!0),a.emit(pn(i.kind,"enter"),vn(i,e))),a.updateContainerCursor())}function sh(a,n,t,e){e.handleResize=function(){return a.scheduleRefresh()},window.addEventListener("resize",e.handleResize),e.handleMove=function(i){a.hoverResolver.pointerMoved(ht(i))},e.handleMoveBody=function(i){var o=ht(i),s=a.dragManager;if(s.pendingNode&&!s.session){var l=a.nodeStyleAnalysis,d=l.xAttribute,u=l.yAttribute,c=a.settings;s.start(s.pendingNode,o,c.getDraggedNodes,d||"x",u||"y"),s.pendingNode=null}s.session&&(s.applyMove(o,a.settings.dragPositionToAttributes),a.emit("nodeDrag",{node:s.session.node,allDraggedNodes:s.session.allNodes,event:o}),o.preventSigmaDefault()),a.emit("moveBody",{event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}})},e.handleLeave=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}};a.hoverResolver.pointerLeft(),Qo(a,null,o),a.emit("leaveStage",s)},e.handleEnter=function(i){var o=ht(i);a.emit("enterStage",{event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}})};var r=function(o){return function(s){var l=ht(s),d={event:l,preventSigmaDefault:function(){return l.preventSigmaDefault()}},u=gr(a,l,o);if(u){a.emit(pn(u.kind,o),vn(u,d));return}a.emit("".concat(o,"Stage"),d)}};e.handleClick=r("click"),e.handleRightClick=r("rightClick"),e.handleDoubleClick=r("doubleClick"),e.handleWheel=r("wheel"),e.handleDown=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}},l=gr(a,o,"down");if(l){l.kind==="node"&&a.settings.enableNodeDrag&&(a.dragManager.pendingNode=l.key),a.emit(pn(l.kind,"down"),vn(l,s));return}a.emit("downStage",s)},e.handleUp=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}},l=a.dragManager.end();l&&a.emit("nodeDragEnd",U({node:l.node,allDraggedNodes:l.allNodes},s));var d=gr(a,o,"up");if(d){a.emit(pn(d.kind,"up"),vn(d,s));return}a.emit("upStage",s)},n.on("mousemove",e.handleMove),n.on("mousemovebody",e.handleMoveBody),n.on("click",e.handleClick),n.on("rightClick",e.handleRightClick),n.on("doubleClick",e.handleDoubleClick),n.on("wheel",e.handleWheel),n.on("mousedown",e.handleDown),n.on("mouseup",e.handleUp),n.on("mouseleave",e.handleLeave),n.on("mouseenter",e.handleEnter),t.on("touchdown",e.handleDown),t.on("touchdown",e.handleMove),t.on("touchup",e.handleUp),t.on("touchmove",e.handleMove),t.on("tap",e.handleClick),t.on("doubletap",e.handleDoubleClick),t.on("touchmove",e.handleMoveBody)}function lh(a,n){var t=a.graph,e=new Set(["x","y","zIndex","type"]);n.eachNodeAttributesUpdatedGraphUpdate=function(r){var i,o=(i=r.hints)===null||i===void 0?void 0:i.attributes,s=!o||o.some(function(l){return e.has(l)});a.refresh({partialGraph:{nodes:t.nodes()},skipIndexation:!s,schedule:!0})},n.eachEdgeAttributesUpdatedGraphUpdate=function(r){var i,o=(i=r.hints)===null||i===void 0?void 0:i.attributes,s=o&&["zIndex","type"].some(function(l){return o?.includes(l)});a.refresh({partialGraph:{edges:t.edges()},skipIndexation:!s,schedule:!0})},n.addNodeGraphUpdate=function(r){a.addNode(r.key),a.refresh({partialGraph:{nodes:[r.key]},skipIndexation:!1,schedule:!0})},n.updateNodeGraphUpdate=function(r){a.refresh({partialGraph:{nodes:[r.key]},skipIndexation:!1,schedule:!0})},n.dropNodeGraphUpdate=function(r){a.removeNode(r.key),a.refresh({schedule:!0})},n.addEdgeGraphUpdate=function(r){var i=r.key;a.edgeGroups.register(i),a.addEdge(i);var o=a.edgeGroups.getSiblings(i),s=O(o),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;a.addEdge(d)}}catch(u){s.e(u)}finally{s.f()}a.refresh({partialGraph:{edges:[i].concat(X(o))},schedule:!0})},n.updateEdgeGraphUpdate=function(r){a.refresh({partialGraph:{edges:[r.key]},skipIndexation:!1,schedule:!0})},n.dropEdgeGraphUpdate=function(r){var i=r.key,o=a.edgeGroups.getSiblings(i);a.edgeGroups.unregister(i),a.removeEdge(i);var s=O(o),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;a.addEdge(d)}}catch(u){s.e(u)}finally{s.f()}a.refresh({schedule:!0})},n.clearEdgesGraphUpdate=function(){a.clearEdgeState(),a.clearEdgeIndices(),a.refresh({schedule:!0})},n.clearGraphUpdate=function(){a.clearEdgeState(),a.clearNodeState(),a.clearEdgeIndices(),a.clearNodeIndices(),a.refresh({schedule:!0})},t.on("nodeAdded",n.addNodeGraphUpdate),t.on("nodeDropped",n.dropNodeGraphUpdate),t.on("nodeAttributesUpdated",n.updateNodeGraphUpdate),t.on("eachNodeAttributesUpdated",n.eachNodeAttributesUpdatedGraphUpdate),t.on("edgeAdded",n.addEdgeGraphUpdate),t.on("edgeDropped",n.dropEdgeGraphUpdate),t.on("edgeAttributesUpdated",n.updateEdgeGraphUpdate),t.on("eachEdgeAttributesUpdated",n.eachEdgeAttributesUpdatedGraphUpdate),t.on("edgesCleared",n.clearEdgesGraphUpdate),t.on("cleared",n.clearGraphUpdate)}function dh(a,n){a.removeListener("nodeAdded",n.addNodeGraphUpdate),a.removeListener("nodeDropped",n.dropNodeGraphUpdate),a.removeListener("nodeAttributesUpdated",n.updateNodeGraphUpdate),a.removeListener("eachNodeAttributesUpdated",n.eachNodeAttributesUpdatedGraphUpdate),a.removeListener("edgeAdded",n.addEdgeGraphUpdate),a.removeListener("edgeDropped",n.dropEdgeGraphUpdate),a.removeListener("edgeAttributesUpdated",n.updateEdgeGraphUpdate),a.removeListener("eachEdgeAttributesUpdated",n.eachEdgeAttributesUpdatedGraphUpdate),a.removeListener("edgesCleared",n.clearEdgesGraphUpdate),a.removeListener("cleared",n.clearGraphUpdate)}var uh={x:.5,y:.5,angle:0,ratio:1},ch=8,hh=.001;function fh(a){var n=a.coords,t=a.nodeData,e=a.dimensions,r=a.stagePadding,i=a.zoomToSizeRatioFunction,o=a.itemSizesReference,s=a.fitLabels,l=a.nodeLabelBox,d=Object.keys(n);if(!d.length)return a.extent;for(var u=i(1)||1,c=o==="positions",f=e.width,h=e.height,v=a.extent,m=0;m<ch;m++){for(var b=Hn(v),p={width:v.x[1]-v.x[0]||1,height:v.y[1]-v.y[0]||1},g=Ke(uh,e,p,r),y=Wo(g,b({x:0,y:0}),f,h),T=Wo(g,b({x:1,y:0}),f,h),x=Math.hypot(T.x-y.x,T.y-y.y)||1,_=1/0,w=-1/0,E=1/0,L=-1/0,S=0,A=d.length;S<A;S++){var R=d[S],F=t[R],P=F.size/u*(c?x:1),k=-P,z=P,G=-P,I=P;if(s){var C=l(F,P);C&&(C.minX<k&&(k=C.minX),C.maxX>z&&(z=C.maxX),C.minY<G&&(G=C.minY),C.maxY>I&&(I=C.maxY))}var N=n[R],B=N.x,W=N.y;_=Math.min(_,B+k/x),w=Math.max(w,B+z/x),E=Math.min(E,W-I/x),L=Math.max(L,W-G/x)}var Y={x:[_,w],y:[E,L]},V=Math.max(Y.x[1]-Y.x[0],Y.y[1]-Y.y[0])||1,j=Math.max(Math.abs(Y.x[0]-v.x[0]),Math.abs(Y.x[1]-v.x[1]),Math.abs(Y.y[0]-v.y[0]),Math.abs(Y.y[1]-v.y[1]));if(v=Y,j/V<hh)break}return v}function Wo(a,n,t,e){var r=Lt(a,n);return{x:(1+r.x)*t/2,y:(1-r.y)*e/2}}var gh=typeof navigator<"u"&&/Mac|iP(hone|ad|od)/.test(navigator.platform),ph=1500,vh=`.sigma-gesture-hint {
  position: absolute;
  inset: 0;
  display: flex;
  align-items: center;
  justify-content: center;
  text-align: center;
  padding: 1em;
  background: #00000066;
  color: #ffffff;
  font-size: 1em;
  pointer-events: none;
  transition: opacity 0.1s;
}`;function Uo(a){var n,t,e=It("style");e.textContent=a,document.head.appendChild(e);var r=((n=(t=e.sheet)===null||t===void 0?void 0:t.cssRules.length)!==null&&n!==void 0?n:0)>0;return e.remove(),r}var ft=null;function mh(){return ft===null&&(ft=vh,Uo("@scope {}")&&(ft=`@scope {
`.concat(ft,`
}`)),Uo("@layer sigma-gesture-hint {}")&&(ft=`@layer sigma-gesture-hint {
`.concat(ft,`
}`))),ft}var bh=(function(){function a(n){K(this,a),D(this,"hideTimeout",null),this.styleElement=It("style"),this.styleElement.textContent=mh(),n.appendChild(this.styleElement),this.element=It("div",{opacity:"0"},{class:"sigma-gesture-hint"}),n.appendChild(this.element)}return Z(a,[{key:"show",value:function(t,e){var r=this,i=t==="touch"?e.sharedGestureTouchMessage:gh?e.sharedGestureAppleWheelMessage:e.sharedGestureWheelMessage;i&&(this.element.textContent=i,this.element.style.opacity="1",typeof this.hideTimeout=="number"&&clearTimeout(this.hideTimeout),this.hideTimeout=window.setTimeout(function(){r.hideTimeout=null,r.element.style.opacity="0"},ph))}},{key:"kill",value:function(){typeof this.hideTimeout=="number"&&clearTimeout(this.hideTimeout),this.styleElement.remove(),this.element.remove()}}])})(),yh=(function(){function a(n){K(this,a),D(this,"readBuffer",null),D(this,"fence",null),D(this,"result",new Uint8Array(4)),D(this,"generation",0),D(this,"readGeneration",0),D(this,"lastEvent",null),D(this,"active",!1),D(this,"dirty",!1),D(this,"rafId",null),D(this,"killed",!1),this.options=n}return Z(a,[{key:"pointerMoved",value:function(t){this.lastEvent=t,this.active=!0,!this.options.isRenderPending()&&this.request()}},{key:"pointerLeft",value:function(){this.active=!1,this.dirty=!1}},{key:"frameRendered",value:function(){this.request()}},{key:"invalidate",value:function(){this.generation++}},{key:"request",value:function(){if(!(this.killed||!this.active||!this.lastEvent)){if(this.fence){this.dirty=!0;return}this.startRead()}}},{key:"startRead",value:function(){var t=this.options,e=t.gl,r=t.getFrameBuffer,i=t.getPixelRatio,o=t.getDownSizingRatio;this.readGeneration=this.generation;var s=this.lastEvent,l=Da(e,s.x,s.y,i(),o()),d=J(l,2),u=d[0],c=d[1];this.readBuffer||(this.readBuffer=e.createBuffer()),e.bindFramebuffer(e.FRAMEBUFFER,r()),e.bindBuffer(e.PIXEL_PACK_BUFFER,this.readBuffer),e.bufferData(e.PIXEL_PACK_BUFFER,4,e.STREAM_READ),e.readPixels(u,c,1,1,e.RGBA,e.UNSIGNED_BYTE,0),e.bindBuffer(e.PIXEL_PACK_BUFFER,null),e.bindFramebuffer(e.FRAMEBUFFER,null),this.fence=e.fenceSync(e.SYNC_GPU_COMMANDS_COMPLETE,0),e.flush(),this.schedulePoll(s)}},{key:"schedulePoll",value:function(t){var e=this;this.rafId=requestAnimationFrame(function(){e.rafId=null,e.poll(t)})}},{key:"poll",value:function(t){var e=this.options,r=e.gl,i=e.onIndex;if(!(this.killed||!this.fence)){var o=r.clientWaitSync(this.fence,0,0);if(o===r.TIMEOUT_EXPIRED){this.schedulePoll(t);return}if(r.deleteSync(this.fence),this.fence=null,o!==r.WAIT_FAILED&&this.readGeneration===this.generation){r.bindBuffer(r.PIXEL_PACK_BUFFER,this.readBuffer),r.getBufferSubData(r.PIXEL_PACK_BUFFER,0,this.result),r.bindBuffer(r.PIXEL_PACK_BUFFER,null);var s=J(this.result,4),l=s[0],d=s[1],u=s[2],c=s[3];this.active&&i(La(l,d,u,c),t)}this.dirty&&(this.dirty=!1,this.active&&this.lastEvent&&!this.options.isRenderPending()&&this.startRead())}}},{key:"reset",value:function(){this.rafId!==null&&cancelAnimationFrame(this.rafId),this.rafId=null,this.fence=null,this.readBuffer=null,this.dirty=!1}},{key:"kill",value:function(){this.killed=!0,this.rafId!==null&&cancelAnimationFrame(this.rafId),this.rafId=null;var t=this.options.gl;this.fence&&t.deleteSync(this.fence),this.fence=null,this.readBuffer&&t.deleteBuffer(this.readBuffer),this.readBuffer=null}}])})(),$o=(function(){function a(n,t){K(this,a),this.key=n,this.size=t}return Z(a,null,[{key:"compare",value:function(t,e){return t.size>e.size?-1:t.size<e.size||t.key>e.key?1:-1}}])})(),sa=(function(){function a(){K(this,a),D(this,"width",0),D(this,"height",0),D(this,"cellSize",0),D(this,"columns",0),D(this,"rows",0),D(this,"cells",{})}return Z(a,[{key:"resizeAndClear",value:function(t,e){this.width=t.width,this.height=t.height,this.cellSize=e,this.columns=Math.ceil(t.width/e),this.rows=Math.ceil(t.height/e),this.cells={}}},{key:"getIndex",value:function(t){var e=Math.floor(t.x/this.cellSize),r=Math.floor(t.y/this.cellSize);return r*this.columns+e}},{key:"add",value:function(t,e,r){var i=new $o(t,e),o=this.getIndex(r),s=this.cells[o];s||(s=[],this.cells[o]=s),s.push(i)}},{key:"organize",value:function(){for(var t in this.cells){var e=this.cells[t];e.sort($o.compare)}}},{key:"getLabelsToDisplay",value:function(t,e,r){var i=this.cellSize*this.cellSize,o=i/t/t,s=o*e/i,l=Math.ceil(s),d=[];if(r)for(var u=Math.max(0,Math.floor(r.x1/this.cellSize)),c=Math.min(this.columns-1,Math.floor(r.x2/this.cellSize)),f=Math.max(0,Math.floor(r.y1/this.cellSize)),h=Math.min(this.rows-1,Math.floor(r.y2/this.cellSize)),v=f;v<=h;v++)for(var m=u;m<=c;m++){var b=v*this.columns+m,p=this.cells[b];if(p)for(var g=0;g<Math.min(l,p.length);g++)d.push(p[g].key)}else for(var y in this.cells)for(var T=this.cells[y],x=0;x<Math.min(l,T.length);x++)d.push(T[x].key);return d}}])})();function xh(a){var n=a.graph,t=a.hoveredNode,e=a.highlightedNodes,r=a.displayedNodeLabels,i=new Set,o=new Set(e);t&&o.add(t);var s=O(o),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;n.hasNode(d)&&n.forEachEdge(d,function(h){i.add(h)})}}catch(h){s.e(h)}finally{s.f()}var u=O(r),c;try{var f=function(){var v=c.value;if(o.has(v))return 1;n.forEachEdge(v,function(m,b,p,g){var y=p===v?g:p;r.has(y)&&i.add(m)})};for(u.s();!(c=u.n()).done;)f()}catch(h){u.e(h)}finally{u.f()}return Array.from(i)}var Ut=150,$t=50,_h={both:0,node:1,label:2},Th={over:0,above:1,below:2,auto:3},Ho=12,Sh=3,Eh=(function(){function a(n){K(this,a),D(this,"labelGrid",new sa),D(this,"edgeAnchorGrid",new sa),D(this,"displayedNodeLabels",new Set),D(this,"displayedEdgeLabels",new Set),D(this,"edgeLabelCandidates",[]),D(this,"renderedNodeLabels",new Set),D(this,"labelSizeCache",new Map),D(this,"framePassPoints",new Float32Array(0)),D(this,"labelsDirty",!0),this.internals=n}return Z(a,[{key:"resetFrame",value:function(){this.displayedNodeLabels=new Set,this.renderedNodeLabels=new Set,this.labelSizeCache.clear()}},{key:"clearEdgeLabels",value:function(){this.displayedEdgeLabels=new Set}},{key:"resetLabelGrid",value:function(){this.labelGrid=new sa,this.edgeAnchorGrid=new sa}},{key:"processWebGLLabels",value:function(t){for(var e,r=this.internals,i=r.labelProgram,o=r.primitives,s=r.nodeDataCache,l=(o==null||(e=o.nodes)===null||e===void 0||(e=e.label)===null||e===void 0||(e=e.font)===null||e===void 0?void 0:e.family)||"sans-serif",d=new Map,u=0,c=t.length;u<c;u++){var f=t[u],h=s[f];if(!(h.visibility==="hidden"||!h.label)){var v=h.labelFont||l,m=d.get(v);m?m.push(h.label):d.set(v,[h.label])}}var b=O(d),p;try{for(b.s();!(p=b.n()).done;){var g=J(p.value,2),y=g[0],T=g[1],x=Xn(y),_=x.family,w=x.weight,E=x.style,L=i.registerFont(_,w,E);i.ensureGlyphsReady(T,L)}}catch(S){b.e(S)}finally{b.f()}}},{key:"measureNodeLabel",value:function(t){var e,r;if(!t.label)return{width:0,height:0,textHeight:0};var i=this.internals,o=i.labelProgram,s=i.primitives,l=(e=t.labelSize)!==null&&e!==void 0?e:14,d=t.labelFont||(s==null||(r=s.nodes)===null||r===void 0||(r=r.label)===null||r===void 0||(r=r.font)===null||r===void 0?void 0:r.family)||"sans-serif",u="".concat(t.label,"|").concat(l,"|").concat(d);if(this.labelSizeCache.has(u))return this.labelSizeCache.get(u);var c=Xn(d),f=c.family,h=c.weight,v=c.style,m=o.registerFont(f,h,v),b=o.measureLabel(t.label,l,m);return this.labelSizeCache.set(u,b),b}},{key:"nodeLabelBox",value:function(t,e){var r,i,o,s,l;if(t.visibility==="hidden"||t.labelVisibility==="hidden")return null;var d=this.measureNodeLabel(t),u=d.width,c=d.height,f=d.textHeight;if(!u)return null;var h=(r=(i=this.internals.primitives)===null||i===void 0||(i=i.nodes)===null||i===void 0||(i=i.label)===null||i===void 0?void 0:i.margin)!==null&&r!==void 0?r:Gt,v=e+h,m=t.labelBackgroundColor?(o=t.labelBackgroundPadding)!==null&&o!==void 0?o:er:0,b=u/2,p=c/2,g=b+m,y=p+m,T=f/2,x=0,_=0;switch((s=t.labelPosition)!==null&&s!==void 0?s:"right"){case"left":x=-(v+b);break;case"above":_=-(v+T);break;case"below":_=v+T;break;case"over":break;default:x=v+b}var w=(l=t.labelAngle)!==null&&l!==void 0?l:0,E=Aa({x,y:_},w),L=E.x,S=E.y,A=Math.abs(Math.cos(w)),R=Math.abs(Math.sin(w)),F=A*g+R*y,P=R*g+A*y;return{minX:L-F,maxX:L+F,minY:S-P,maxY:S+P}}},{key:"computeDisplayedNodeLabels",value:function(){var t=this.internals.getCameraState(),e=this.internals.getDimensions(),r=e.width,i=e.height,o=this.internals.viewportToFramedGraph({x:-Ut,y:-$t}),s=this.internals.viewportToFramedGraph({x:r+Ut,y:-$t}),l=this.internals.viewportToFramedGraph({x:-Ut,y:i+$t}),d=this.internals.viewportToFramedGraph({x:r+Ut,y:i+$t}),u=Math.min(o.x,s.x,l.x,d.x),c=Math.max(o.x,s.x,l.x,d.x),f=Math.min(o.y,s.y,l.y,d.y),h=Math.max(o.y,s.y,l.y,d.y),v=Ke({x:.5,y:.5,ratio:1,angle:0},{width:r,height:i},this.internals.getGraphDimensions(),this.internals.getStagePadding()),m=function(C){var N=Lt(v,C);return{x:(1+N.x)*r/2,y:(1-N.y)*i/2}},b=m({x:u,y:f}),p=m({x:c,y:f}),g=m({x:u,y:h}),y=m({x:c,y:h}),T={x1:Math.min(b.x,p.x,g.x,y.x),y1:Math.min(b.y,p.y,g.y,y.y),x2:Math.max(b.x,p.x,g.x,y.x),y2:Math.max(b.y,p.y,g.y,y.y)},x=this.internals,_=x.settings,w=x.nodeDataCache,E=x.nodesWithForcedLabels,L=this.labelGrid.getLabelsToDisplay(t.ratio,_.labelDensity,T);$a(L,E);for(var S=0,A=L.length;S<A;S++){var R=L[S],F=w[R];if(!this.displayedNodeLabels.has(R)&&!(F.visibility==="hidden"||F.labelVisibility==="hidden")&&F.label&&!(F.x<u||F.x>c||F.y<f||F.y>h)){var P=this.internals.framedGraphToViewport(F),k=P.x,z=P.y,G=this.internals.scaleSize(F.size);!Qe(F)&&G<_.labelRenderedSizeThreshold||k<-Ut-G||k>r+Ut+G||z<-$t-G||z>i+$t+G||this.displayedNodeLabels.add(R)}}}},{key:"buildFramePassPoints",value:function(){var t=this.internals,e=t.nodeDataCache,r=t.nodeDataTexture;if(!r)return{data:this.framePassPoints,count:0};var i=this.displayedNodeLabels.size*3;this.framePassPoints.length<i&&(this.framePassPoints=new Float32Array(i));var o=this.framePassPoints,s=0,l=O(this.displayedNodeLabels),d;try{for(l.s();!(d=l.n()).done;){var u,c,f=d.value,h=e[f];if(h){var v=r.getIndex(f);v<0||(o[s*3]=v,o[s*3+1]=(u=zt[h.labelPosition||Ve.labelPosition])!==null&&u!==void 0?u:0,o[s*3+2]=(c=h.labelAngle)!==null&&c!==void 0?c:0,s++)}}}catch(m){l.e(m)}finally{l.f()}return{data:o,count:s}}},{key:"renderWebGLLabels",value:function(t,e){var r=this.internals,i=r.nodeDataCache,o=r.labelProgram,s=r.primitives,l=r.nodeDataTexture,d=[],u=O(this.displayedNodeLabels),c;try{for(u.s();!(c=u.n()).done;){var f=c.value;if(!this.renderedNodeLabels.has(f)){var h=i[f];e&&h.labelDepth!==e||(this.renderedNodeLabels.add(f),d.push(f))}}}catch(te){u.e(te)}finally{u.f()}if(d.length!==0){if(this.labelsDirty){for(var v,m,b,p=0,g=0,y=d.length;g<y;g++){var T=i[d[g]];p+=T.label.length}o.reallocate(p);for(var x=14,_=(v=s==null||(m=s.nodes)===null||m===void 0||(m=m.label)===null||m===void 0?void 0:m.margin)!==null&&v!==void 0?v:Gt,w=Ve.labelPosition,E=(s==null||(b=s.nodes)===null||b===void 0||(b=b.label)===null||b===void 0||(b=b.font)===null||b===void 0?void 0:b.family)||"sans-serif",L=new Map,S=0,A=0,R=d.length;A<R;A++){var F,P,k,z,G=d[A],I=i[G],C=I.labelFont||E,N=L.get(C);if(N===void 0){var B=Xn(C),W=B.family,Y=B.weight,V=B.style;N=o.registerFont(W,Y,V),L.set(C,N)}var j={text:I.label,x:I.x,y:I.y,size:(F=I.labelSize)!==null&&F!==void 0?F:x,color:I.labelColor,nodeSize:I.size,margin:_,position:(P=I.labelPosition)!==null&&P!==void 0?P:w,hidden:!1,forceLabel:Qe(I),type:"default",zIndex:(k=I.zIndex)!==null&&k!==void 0?k:0,parentType:"node",parentKey:G,fontKey:N,labelAngle:(z=I.labelAngle)!==null&&z!==void 0?z:0,nodeIndex:l.getIndex(G)},ce=o.processLabel(G,S,j);S+=ce}o.invalidateBuffers()}o.render(t)}}},{key:"renderBackdrops",value:function(t,e){var r=this.internals,i=r.backdropProgram,o=r.nodeDataCache,s=r.nodesWithBackdrop,l=r.attachmentManager,d=r.pixelRatio,u=r.nodeDataTexture,c=[],f=O(s),h;try{for(f.s();!(h=f.n()).done;){var v,m=h.value,b=o[m];if(!(!b||b.visibility==="hidden")&&!(e&&b.depth!==e)){var p=(v=u?.getIndex(m))!==null&&v!==void 0?v:-1;p<0||c.push({key:m,nodeIndex:p})}}}catch(nt){f.e(nt)}finally{f.f()}if(c.length!==0){i.reallocate(c.length);for(var g=0;g<c.length;g++){var y,T,x,_,w,E,L,S,A=c[g],R=A.key,F=A.nodeIndex,P=o[R],k=this.displayedNodeLabels.has(R),z=k?this.measureNodeLabel(P):{width:0,height:0,textHeight:0},G=z.textHeight,I=z.width,C=z.height,N=0,B=0;if(k&&P.labelAttachment&&l){var W=l.getEntry(R,P.labelAttachment);if(W){var Y=P.labelAttachmentPlacement||"below";if(Y==="below"||Y==="above"){var V=W.height/d;C+=V+tt,I=Math.max(I,W.width/d),B=Y==="below"?(V+tt)/2:-(V+tt)/2}else{var j=W.width/d;I+=j+tt,C=Math.max(C,W.height/d),N=Y==="right"?(j+tt)/2:-(j+tt)/2}}}var ce=P.backdropColor?Ze(P.backdropColor):[255,255,255,255],te=P.backdropShadowColor?Ze(P.backdropShadowColor):[0,0,0,128],ke=ce.map(function(nt){return nt/255}),Ne=te.map(function(nt){return nt/255}),ge=(y=P.backdropShadowBlur)!==null&&y!==void 0?y:12,ze=(T=P.backdropPadding)!==null&&T!==void 0?T:6,Ge=P.backdropBorderColor?Ze(P.backdropBorderColor):[0,0,0,0],fa=Ge.map(function(nt){return nt/255}),Ds=(x=P.backdropBorderWidth)!==null&&x!==void 0?x:0,Ls=(_=P.backdropCornerRadius)!==null&&_!==void 0?_:0,xr=(w=P.backdropLabelPadding)!==null&&w!==void 0?w:-1,Cs=xr<0?ze:xr,ks=(E=_h[(L=P.backdropArea)!==null&&L!==void 0?L:"both"])!==null&&E!==void 0?E:0,Ps={key:R,nodeIndex:F,label:P.label,labelWidth:I,labelHeight:C,textHeight:G,type:"default",position:P.labelPosition||Ve.labelPosition,labelAngle:(S=P.labelAngle)!==null&&S!==void 0?S:0,backdropColor:ke,backdropShadowColor:Ne,backdropShadowBlur:ge,backdropPadding:ze,backdropBorderColor:fa,backdropBorderWidth:Ds,backdropCornerRadius:Ls,backdropLabelPadding:Cs,backdropArea:ks,labelBoxOffset:[N,B]};i.processBackdrop(g,Ps)}i.invalidateBuffers(),i.render(t)}}},{key:"renderLabelBackgrounds",value:function(t,e){var r=this.internals,i=r.labelBackgroundProgram,o=r.nodeDataCache,s=r.nodeDataTexture,l=ve.nodeLabel.writesPickingThisFrame(this.internals),d=[],u=O(this.displayedNodeLabels),c;try{for(u.s();!(c=u.n()).done;){var f=c.value,h=o[f];!h||h.visibility==="hidden"||e&&h.labelDepth!==e||!l&&!h.labelBackgroundColor||d.push(f)}}catch(F){u.e(F)}finally{u.f()}if(d.length!==0){i.reallocate(d.length);for(var v=0;v<d.length;v++){var m,b,p,g,y=d[v],T=o[y],x=(m=s?.getIndex(y))!==null&&m!==void 0?m:-1;if(!(x<0)){var _=this.measureNodeLabel(T),w=_.width,E=_.height,L=_.textHeight,S=gt(this.internals.pickingState,"nodeLabel",y)||gt(this.internals.pickingState,"node",y),A=T.labelBackgroundColor?De(T.labelBackgroundColor):De("transparent"),R={nodeIndex:x,id:Ct(S),color:A,labelWidth:w,labelHeight:E,textHeight:L,positionMode:(b=zt[T.labelPosition||Ve.labelPosition])!==null&&b!==void 0?b:0,labelAngle:(p=T.labelAngle)!==null&&p!==void 0?p:0,padding:(g=T.labelBackgroundPadding)!==null&&g!==void 0?g:er};i.processLabelBackground(v,R)}}i.invalidateBuffers(),i.render(t)}}},{key:"cacheAttachments",value:function(t){var e=this.internals,r=e.attachmentManager,i=e.pixelRatio,o=e.nodeDataCache,s=e.nodesWithBackdrop,l=e.graph;if(r){var d=O(s),u;try{for(d.s();!(u=d.n()).done;){var c=u.value;if(this.displayedNodeLabels.has(c)){var f=o[c];if(!(!f||f.visibility==="hidden")&&!(t&&f.depth!==t)&&f.labelAttachment){var h=l.getNodeAttributes(c),v=this.measureNodeLabel(f),m=v.width,b=v.height,p={node:c,attributes:h,pixelRatio:i,labelWidth:m,labelHeight:b};r.renderAttachment(c,f.labelAttachment,p)}}}}catch(g){d.e(g)}finally{d.f()}r.regenerateAtlas()}}},{key:"renderAttachments",value:function(t,e){var r=this.internals,i=r.attachmentManager,o=r.attachmentProgram,s=r.nodeDataCache,l=r.nodesWithBackdrop,d=r.pixelRatio,u=r.nodeDataTexture;if(!(!i||!o)){var c=0;o.reallocateAttachments(l.size);var f=O(l),h;try{for(f.s();!(h=f.n()).done;){var v,m,b,p,g=h.value;if(this.displayedNodeLabels.has(g)){var y=s[g];if(!(!y||y.visibility==="hidden")&&!(e&&y.labelDepth!==e)&&y.labelAttachment){var T=i.getEntry(g,y.labelAttachment);if(T){var x=(v=u?.getIndex(g))!==null&&v!==void 0?v:-1;if(!(x<0)){var _=this.measureNodeLabel(y),w=_.width,E=_.height,L=_.textHeight,S=(m=so[y.labelAttachmentPlacement||"below"])!==null&&m!==void 0?m:0;o.processAttachment(c,{nodeIndex:x,atlasX:T.x,atlasY:T.y,atlasW:T.width,atlasH:T.height,attachWidth:T.width/d,attachHeight:T.height/d,positionMode:(b=zt[y.labelPosition||Ve.labelPosition])!==null&&b!==void 0?b:0,attachmentPlacement:S,labelWidth:w,labelHeight:E,textHeight:L,labelAngle:(p=y.labelAngle)!==null&&p!==void 0?p:0}),c++}}}}}}catch(A){f.e(A)}finally{f.f()}c!==0&&(o.reallocateAttachments(c),i.bindTexture(cn),o.invalidateBuffers(),o.render(t))}}},{key:"computeDisplayedEdgeLabels",value:function(){var t=this.internals,e=t.graph,r=t.stateManager,i=t.settings,o=t.edgesWithForcedLabels,s=r.getHighlightedNodes(),l=i.edgeLabelAnchors==="allNodes"?new Set(this.edgeAnchorGrid.getLabelsToDisplay(this.internals.getCameraState().ratio,i.labelDensity)):this.displayedNodeLabels,d=r.hovered,u=xh({graph:e,hoveredNode:d?.kind==="node"?d.key:null,displayedNodeLabels:l,highlightedNodes:s});$a(u,o),this.edgeLabelCandidates=u,this.displayedEdgeLabels=new Set}},{key:"filterEdgeLabelsForDepth",value:function(t){for(var e=this.internals,r=e.graph,i=e.nodeDataCache,o=e.edgeDataCache,s=[],l=new Set,d=0,u=this.edgeLabelCandidates.length;d<u;d++){var c=this.edgeLabelCandidates[d];if(!l.has(c)){l.add(c);var f=r.extremities(c),h=i[f[0]],v=i[f[1]],m=o[c];!m||!h||!v||m.visibility==="hidden"||m.labelVisibility==="hidden"||h.visibility==="hidden"||v.visibility==="hidden"||t&&m.labelDepth!==t||m.label&&s.push(c)}}return s}},{key:"renderEdgeLabels",value:function(t,e){var r=this.internals,i=r.graph,o=r.nodeDataCache,s=r.edgeDataCache,l=r.primitives,d=r.edgeLabelProgram,u=r.nodeDataTexture,c=r.edgeDataTexture;if(d){var f=this.filterEdgeLabelsForDepth(e),h=O(f),v;try{for(h.s();!(v=h.n()).done;){var m=v.value;this.displayedEdgeLabels.add(m)}}catch(j){h.e(j)}finally{h.f()}if(f.length!==0){if(this.labelsDirty){var b,p,g=0,y=O(f),T;try{for(y.s();!(T=y.n()).done;){var x=T.value;g+=s[x].label.length}}catch(j){y.e(j)}finally{y.f()}d.reallocate(g);var _=(b=l==null||(p=l.edges)===null||p===void 0||(p=p.label)===null||p===void 0?void 0:p.margin)!==null&&b!==void 0?b:5,w="over",E=0,L=O(f),S;try{for(L.s();!(S=L.n()).done;){var A,R,F=S.value,P=i.extremities(F),k=P[0],z=P[1],G=o[k],I=o[z],C=s[F],N=u.getIndex(k),B=u.getIndex(z),W=c.getIndex(F),Y={text:C.label,x:(G.x+I.x)/2,y:(G.y+I.y)/2,size:Ho,color:C.labelColor,nodeSize:0,nodeIndex:-1,margin:_,position:(A=C.labelPosition)!==null&&A!==void 0?A:w,hidden:!1,forceLabel:Qe(C),type:"default",zIndex:(R=C.zIndex)!==null&&R!==void 0?R:0,parentType:"edge",parentKey:F,fontKey:"",labelAngle:0,sourceX:G.x,sourceY:G.y,targetX:I.x,targetY:I.y,sourceSize:G.size,targetSize:I.size,sourceShape:G.shape||"circle",targetShape:I.shape||"circle",edgeSize:C.size,offset:0,edgeAttributes:C,sourceNodeIndex:N,targetNodeIndex:B,edgeIndex:W},V=d.processEdgeLabel(F,E,Y);E+=V}}catch(j){L.e(j)}finally{L.f()}d.invalidateBuffers()}d.render(t)}}}},{key:"renderEdgeLabelBackgrounds",value:function(t,e){var r,i,o=this.internals,s=o.edgeLabelBackgroundProgram,l=o.edgeLabelProgram,d=o.edgeDataCache,u=o.primitives,c=o.edgeDataTexture;if(!(!c||!l||!s)){var f=ve.edgeLabel.writesPickingThisFrame(this.internals),h=(r=u==null||(i=u.edges)===null||i===void 0||(i=i.label)===null||i===void 0?void 0:i.margin)!==null&&r!==void 0?r:5,v="over",m=this.filterEdgeLabelsForDepth(e),b=[],p=O(m),g;try{for(p.s();!(g=p.n()).done;){var y=g.value;!f&&!d[y].labelBackgroundColor||b.push(y)}}catch(G){p.e(G)}finally{p.f()}if(b.length!==0){s.reallocate(b.length);for(var T=0;T<b.length;T++){var x,_,w,E=b[T],L=d[E],S=L.label,A=l.measureLabelAtlasWidth(S),R=(x=L.labelPosition)!==null&&x!==void 0?x:v,F=typeof R=="string"&&(_=Th[R])!==null&&_!==void 0?_:0,P=gt(this.internals.pickingState,"edgeLabel",E)||gt(this.internals.pickingState,"edge",E),k=L.labelBackgroundColor?De(L.labelBackgroundColor):De("transparent"),z={edgeIndex:c.getIndex(E),baseFontSize:Ho,totalTextWidth:A,positionMode:F,margin:h,padding:(w=L.labelBackgroundPadding)!==null&&w!==void 0?w:Sh,color:k,id:Ct(P),edgeAttributes:L};s.processEdgeLabelBackground(T,E,z)}s.invalidateBuffers(),s.render(t)}}}}])})(),Rh=(function(){function a(n,t,e,r){K(this,a),D(this,"nodeStates",new Map),D(this,"edgeStates",new Map),D(this,"hovered",null),D(this,"dirtyNodes",new Set),D(this,"dirtyEdges",new Set),D(this,"graphStateChanged",!1),D(this,"graphStateFlagsDirty",!1),this.scheduleRefresh=n,this.customNodeStateDefaults=t,this.customEdgeStateDefaults=e,this.customGraphStateDefaults=r,this.graphState=za(r)}return Z(a,[{key:"getNodeState",value:function(t){t=""+t;var e=this.nodeStates.get(t);return e||(e=Ci(this.customNodeStateDefaults),this.nodeStates.set(t,e)),e}},{key:"getEdgeState",value:function(t){t=""+t;var e=this.edgeStates.get(t);return e||(e=ki(this.customEdgeStateDefaults),this.edgeStates.set(t,e)),e}},{key:"getGraphState",value:function(){return this.flushGraphStateFlags(),this.graphState}},{key:"getHighlightedNodes",value:function(){var t=new Set,e=O(this.nodeStates),r;try{for(e.s();!(r=e.n()).done;){var i=J(r.value,2),o=i[0],s=i[1];s.isHighlighted&&t.add(o)}}catch(l){e.e(l)}finally{e.f()}return t}},{key:"setNodeState",value:function(t,e){t=""+t;var r=this.getNodeState(t);if(Ft(r,e)){var i=U(U({},r),e);this.nodeStates.set(t,i),this.dirtyNodes.add(t),this.updateHoveredNodeTracking(t,r,i),this.graphStateFlagsDirty=!0,this.scheduleRefresh()}}},{key:"setEdgeState",value:function(t,e){t=""+t;var r=this.getEdgeState(t);if(Ft(r,e)){var i=U(U({},r),e);this.edgeStates.set(t,i),this.dirtyEdges.add(t),this.updateHoveredEdgeTracking(t,r,i),this.graphStateFlagsDirty=!0,this.scheduleRefresh()}}},{key:"setGraphState",value:function(t){if(Ft(this.graphState,t)){var e=U(U({},this.graphState),t);e.isIdle=!e.isPanning&&!e.isZooming&&!e.isDragging,this.graphState=e,this.graphStateChanged=!0,this.scheduleRefresh()}}},{key:"setNodesState",value:function(t,e){var r=!1,i=O(t),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;s=""+s;var l=this.getNodeState(s);if(Ft(l,e)){var d=U(U({},l),e);this.nodeStates.set(s,d),this.dirtyNodes.add(s),this.updateHoveredNodeTracking(s,l,d),r=!0}}}catch(u){i.e(u)}finally{i.f()}r&&(this.graphStateFlagsDirty=!0,this.scheduleRefresh())}},{key:"setEdgesState",value:function(t,e){var r=!1,i=O(t),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;s=""+s;var l=this.getEdgeState(s);if(Ft(l,e)){var d=U(U({},l),e);this.edgeStates.set(s,d),this.dirtyEdges.add(s),this.updateHoveredEdgeTracking(s,l,d),r=!0}}}catch(u){i.e(u)}finally{i.f()}r&&(this.graphStateFlagsDirty=!0,this.scheduleRefresh())}},{key:"removeNode",value:function(t){this.nodeStates.delete(t),this.dirtyNodes.delete(t),this.clearHoveredFor("node",t)}},{key:"removeEdge",value:function(t){this.edgeStates.delete(t),this.dirtyEdges.delete(t),this.clearHoveredFor("edge",t)}},{key:"pruneNodes",value:function(t){var e=O(this.nodeStates.keys()),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;t(i)||this.removeNode(i)}}catch(o){e.e(o)}finally{e.f()}}},{key:"pruneEdges",value:function(t){var e=O(this.edgeStates.keys()),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;t(i)||this.removeEdge(i)}}catch(o){e.e(o)}finally{e.f()}}},{key:"clearNodes",value:function(){this.nodeStates.clear(),this.dirtyNodes.clear(),this.clearHoveredForKinds(fr("node"))}},{key:"clearEdges",value:function(){this.edgeStates.clear(),this.dirtyEdges.clear(),this.clearHoveredForKinds(fr("edge"))}},{key:"resetGraphState",value:function(){this.graphState=za(this.customGraphStateDefaults),this.graphStateChanged=!1,this.graphStateFlagsDirty=!1}},{key:"clearDirtyTracking",value:function(){this.dirtyNodes.clear(),this.dirtyEdges.clear(),this.graphStateChanged=!1}},{key:"setHovered",value:function(t){this.hovered=t}},{key:"clearHoveredFor",value:function(t,e){this.hovered&&this.hovered.key===e&&fr(t).includes(this.hovered.kind)&&(this.hovered=null)}},{key:"clearHoveredForKinds",value:function(t){this.hovered&&t.includes(this.hovered.kind)&&(this.hovered=null)}},{key:"updateGraphStateFromNodes",value:function(){var t,e=!1,r=!1,i=!1,o=O(this.nodeStates),s;try{for(o.s();!(s=o.n()).done;){var l=J(s.value,2),d=l[1];if(d.isHovered&&(e=!0),d.isHighlighted&&(r=!0),d.isDragged&&(i=!0),e&&r&&i)break}}catch(c){o.e(c)}finally{o.f()}!e&&((t=this.hovered)===null||t===void 0?void 0:t.kind)==="edge"&&(e=!0);var u=!this.graphState.isPanning&&!this.graphState.isZooming&&!i;(this.graphState.hasHovered!==e||this.graphState.hasHighlighted!==r||this.graphState.isDragging!==i||this.graphState.isIdle!==u)&&(this.graphStateChanged=!0),this.graphState=U(U({},this.graphState),{},{hasHovered:e,hasHighlighted:r,isDragging:i,isIdle:u})}},{key:"updateGraphStateFromEdges",value:function(){var t,e=((t=this.hovered)===null||t===void 0?void 0:t.kind)==="node";if(!e){var r=O(this.edgeStates),i;try{for(r.s();!(i=r.n()).done;){var o=J(i.value,2),s=o[1];if(s.isHovered){e=!0;break}}}catch(l){r.e(l)}finally{r.f()}}this.graphState.hasHovered!==e&&(this.graphStateChanged=!0),this.graphState=U(U({},this.graphState),{},{hasHovered:e})}},{key:"flushGraphStateFlags",value:function(){this.graphStateFlagsDirty&&(this.updateGraphStateFromNodes(),this.updateGraphStateFromEdges(),this.graphStateFlagsDirty=!1)}},{key:"updateHoveredNodeTracking",value:function(t,e,r){var i;if(e.isHovered!==r.isHovered)if(r.isHovered){var o;if(((o=this.hovered)===null||o===void 0?void 0:o.kind)==="node"&&this.hovered.key!==t){var s=this.hovered.key,l=this.getNodeState(s);this.nodeStates.set(s,U(U({},l),{},{isHovered:!1})),this.dirtyNodes.add(s)}this.hovered={kind:"node",key:t}}else((i=this.hovered)===null||i===void 0?void 0:i.kind)==="node"&&this.hovered.key===t&&(this.hovered=null)}},{key:"updateHoveredEdgeTracking",value:function(t,e,r){var i;if(e.isHovered!==r.isHovered)if(r.isHovered){var o;if(((o=this.hovered)===null||o===void 0?void 0:o.kind)==="edge"&&this.hovered.key!==t){var s=this.hovered.key,l=this.getEdgeState(s);this.edgeStates.set(s,U(U({},l),{},{isHovered:!1})),this.dirtyEdges.add(s)}this.hovered={kind:"edge",key:t}}else((i=this.hovered)===null||i===void 0?void 0:i.kind)==="edge"&&this.hovered.key===t&&(this.hovered=null)}}])})(),Vo=1,jo=2,Xo=3,qo=4,wh=(function(a){function n(t,e){var r,i,o,s,l,d=arguments.length>2&&arguments[2]!==void 0?arguments[2]:{};K(this,n),l=oe(this,n),D(l,"nodeReducer",null),D(l,"edgeReducer",null),D(l,"stageCanvas",null),D(l,"mouseLayer",null),D(l,"gestureHint",null),D(l,"extraElements",{}),D(l,"webGLContext",null),D(l,"pickingFrameBuffer",null),D(l,"pickingTexture",null),D(l,"pickingDepthBuffer",null),D(l,"activeListeners",{}),D(l,"nodeVariableEntries",[]),D(l,"edgeVariableEntries",[]),D(l,"edgePathsByName",new Map),D(l,"nodeProgramIndex",{}),D(l,"edgeProgramIndex",{}),D(l,"edgeTextureIndexCache",{}),D(l,"nodeGraphCoords",{}),D(l,"nodeExtent",{x:[0,1],y:[0,1]}),D(l,"matrix",Ae()),D(l,"invMatrix",Ae()),D(l,"correctionRatio",1),D(l,"frameId",0),D(l,"customBBox",null),D(l,"gpuTimerExt",void 0),D(l,"activeGpuTimerQuery",null),D(l,"pendingGpuTimerQueries",[]),D(l,"normalizationFunction",Hn({x:[0,1],y:[0,1]})),D(l,"graphToViewportRatio",1),D(l,"pickingState",eh()),D(l,"prevNodeVisibilities",{}),D(l,"width",0),D(l,"height",0),D(l,"autoRescaleFrozen",!1),D(l,"stylesDeclaration",null),D(l,"resolvedStageStyle",{}),D(l,"renderFrame",null),D(l,"contextLost",!1),D(l,"pendingProcess","full"),D(l,"needToRefreshState",!1),D(l,"checkEdgesEventsFrame",null),D(l,"edgeStyleAnalysis",{dependency:"static",xAttribute:null,yAttribute:null}),D(l,"depthLayers",X(Gn)),D(l,"customLayerPrograms",new Map),D(l,"nodeShapeSlug",null),D(l,"sdfAtlas",null),D(l,"depthRanges",{nodes:{},edges:{}}),D(l,"nodeBaseDepth",{}),D(l,"edgeBaseDepth",{});var u=d.primitives,c=d.styles,f=d.settings,h=f===void 0?{}:f,v=d.nodeReducer,m=d.edgeReducer,b=d.customNodeState,p=d.customEdgeState,g=d.customGraphState;l.stateManager=new Rh(function(){return l.scheduleStateRefresh()},b,p,g);var y=u??Ii;l.stylesDeclaration=c?{nodes:(r=c.nodes)!==null&&r!==void 0?r:On.nodes,edges:(i=c.edges)!==null&&i!==void 0?i:On.edges,stage:c.stage}:On,l.nodeReducer=v??null,l.edgeReducer=m??null;var T=Ga(l.stylesDeclaration.nodes);l.nodeReducer&&(T.dependency="graph-state"),l.edgeStyleAnalysis=Ga(l.stylesDeclaration.edges),l.edgeReducer&&(l.edgeStyleAnalysis.dependency="graph-state"),l.stylesDeclaration.stage&&(l.resolvedStageStyle=Ua(l.stylesDeclaration.stage,l.stateManager.graphState));var x=Wi(h);if(jn(x),x.enableNodeDrag){var _=T.xAttribute,w=T.yAttribute;if((!_||!w)&&!x.dragPositionToAttributes)throw new Error('Sigma: `enableNodeDrag` is true but position attribute names could not be inferred from styles. Either use attribute bindings for x/y in your node styles (e.g. `x: { attribute: "x" }`), or provide a `dragPositionToAttributes` setting.')}if(Oi(t),!(e instanceof HTMLElement))throw new Error("Sigma: container should be an html element.");l.container=e,l.edgeGroups=new Jc(t,function(I,C){for(var N=0;N<I.length;N++){var B=l.stateManager.getEdgeState(I[N]);B.parallelIndex=N,B.parallelCount=C}});var E=new Qc(t,l.viewportToGraph.bind(l),l.setNodesState.bind(l),function(I,C){return l.emit(I,C)});if(l.depthLayers=(o=y.depthLayers)!==null&&o!==void 0?o:X(Gn),!(c!=null&&c.nodes)&&!Nn.every(function(I){return l.depthLayers.includes(I)}))throw new Error("Sigma: depthLayers must include ".concat(Nn.join(", ")," for the built-in node styles."));if(!(c!=null&&c.edges)&&!zn.every(function(I){return l.depthLayers.includes(I)}))throw new Error("Sigma: depthLayers must include ".concat(zn.join(", ")," for the built-in edge styles."));l.itemBuckets={nodes:new dr(l.depthLayers),edges:new dr(l.depthLayers)},l.initWebGLContext(),l.mouseLayer=It("div",{position:"absolute",touchAction:"none",userSelect:"none"},{class:"sigma-mouse"}),l.container.appendChild(l.mouseLayer),l.resolvedStageStyle.background&&(l.container.style.backgroundColor=l.resolvedStageStyle.background),l.resolvedStageStyle.cursor&&(l.container.style.cursor=l.resolvedStageStyle.cursor);var L=new Co(l.webGLContext),S=new ur(l.webGLContext,{channels:1}),A=new ko(l.webGLContext),R=new ur(l.webGLContext,{channels:4}),F=l.webGLContext,P=new yh({gl:F,getFrameBuffer:function(){return l.pickingFrameBuffer},getPixelRatio:function(){return l.internals.pixelRatio},getDownSizingRatio:function(){return l.internals.settings.pickingDownSizingRatio},isRenderPending:function(){return l.renderFrame!==null},onIndex:function(C,N){var B;return Qo(l.internals,(B=l.pickingState.lookup[C])!==null&&B!==void 0?B:null,N)}}),k=l.initPrograms(y,x),z=y==null||(s=y.nodes)===null||s===void 0?void 0:s.labelAttachments,G=null;return z&&Object.keys(z).length>0&&(G=new Lo(F,z,function(){return l.scheduleRender()})),l.internals=U(U({nodeDataCache:{},edgeDataCache:{},nodesWithForcedLabels:new Set,nodesWithBackdrop:new Set,edgesWithForcedLabels:new Set,settings:x,primitives:y,pixelRatio:an(),graph:t,stateManager:l.stateManager,dragManager:E,hoverResolver:P,nodeStyleAnalysis:T,pickingState:l.pickingState},k),{},{attachmentManager:G,nodeDataTexture:L,nodeFrameTexture:S,edgeDataTexture:A,edgeFrameTexture:R,getDimensions:function(){return l.getDimensions()},getGraphDimensions:function(){return l.getGraphDimensions()},getStagePadding:function(){return l.getStagePadding()},getCameraState:function(){return l.camera.getState()},getHitAtPosition:function(C){return l.getHitAtPosition(C)},setNodeState:function(C,N){return l.setNodeState(C,N)},setEdgeState:function(C,N){return l.setEdgeState(C,N)},updateContainerCursor:function(){return l.updateContainerCursor()},scheduleRefresh:function(){return l.scheduleRefresh()},viewportToFramedGraph:function(C){return l.viewportToFramedGraph(C)},viewportToGraph:function(C){return l.viewportToGraph(C)},framedGraphToViewport:function(C){return l.framedGraphToViewport(C)},scaleSize:function(C){return l.scaleSize(C)},emit:function(C,N){return l.emit(C,N)}}),l.labelRenderer=new Eh(l.internals),l.resize(),l.initializeWebGLLabels(),l.camera=new Io,l.bindCameraHandlers(),l.mouseCaptor=new qc(l.mouseLayer,l),l.mouseCaptor.setSettings(l.internals.settings),l.touchCaptor=new Zc(l.mouseLayer,l),l.touchCaptor.setSettings(l.internals.settings),l.bindEventHandlers(),l.bindGraphHandlers(),l.handleSettingsUpdate(),l.refresh(),l}return se(n,a),Z(n,[{key:"initializeWebGLLabels",value:function(){this.sdfAtlas=new dt,this.sdfAtlas.registerFont({family:"sans-serif",weight:"normal",style:"normal"})}},{key:"resetWebGLTexture",value:function(){var e=this.webGLContext;if(!this.pickingFrameBuffer)return this;var r=Math.ceil(this.width*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio),i=Math.ceil(this.height*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio);e.bindFramebuffer(e.FRAMEBUFFER,this.pickingFrameBuffer),this.pickingTexture&&e.deleteTexture(this.pickingTexture);var o=e.createTexture();o&&(e.bindTexture(e.TEXTURE_2D,o),e.texImage2D(e.TEXTURE_2D,0,e.RGBA,r,i,0,e.RGBA,e.UNSIGNED_BYTE,null),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MAG_FILTER,e.NEAREST),e.framebufferTexture2D(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,o,0),this.pickingTexture=o),this.pickingDepthBuffer&&e.deleteRenderbuffer(this.pickingDepthBuffer);var s=e.createRenderbuffer();return s&&(e.bindRenderbuffer(e.RENDERBUFFER,s),e.renderbufferStorage(e.RENDERBUFFER,e.DEPTH_COMPONENT16,r,i),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.DEPTH_ATTACHMENT,e.RENDERBUFFER,s),this.pickingDepthBuffer=s),e.bindFramebuffer(e.FRAMEBUFFER,null),this}},{key:"bindCameraHandlers",value:function(){var e=this;return this.activeListeners.camera=function(){e.refreshMatrices(),e.labelRenderer.labelsDirty=!0,e.scheduleRender()},this.activeListeners.cameraAnimationStart=function(r){var i=r.from,o=r.to;i.ratio!==o.ratio&&e.stateManager.setGraphState({isZooming:!0})},this.activeListeners.cameraAnimationEnd=function(){e.stateManager.setGraphState({isZooming:!1})},this.camera.on("updated",this.activeListeners.camera),this.camera.on("animationStart",this.activeListeners.cameraAnimationStart),this.camera.on("animationEnd",this.activeListeners.cameraAnimationEnd),this}},{key:"unbindCameraHandlers",value:function(){return this.camera.removeListener("updated",this.activeListeners.camera),this.camera.removeListener("animationStart",this.activeListeners.cameraAnimationStart),this.camera.removeListener("animationEnd",this.activeListeners.cameraAnimationEnd),this}},{key:"getHitAtPosition",value:function(e){var r;if(this.contextLost)return null;var i=this.webGLContext;i.bindFramebuffer(i.FRAMEBUFFER,this.pickingFrameBuffer);var o=gi(i,this.pickingFrameBuffer,e.x,e.y,this.internals.pixelRatio,this.internals.settings.pickingDownSizingRatio),s=La.apply(void 0,X(o));return(r=this.pickingState.lookup[s])!==null&&r!==void 0?r:null}},{key:"bindEventHandlers",value:function(){return sh(this.internals,this.mouseCaptor,this.touchCaptor,this.activeListeners),this}},{key:"bindGraphHandlers",value:function(){return lh({graph:this.internals.graph,edgeGroups:this.edgeGroups,addNode:this.addNode.bind(this),updateNode:this.updateNode.bind(this),removeNode:this.removeNode.bind(this),addEdge:this.addEdge.bind(this),updateEdge:this.updateEdge.bind(this),removeEdge:this.removeEdge.bind(this),clearEdgeState:this.clearEdgeState.bind(this),clearNodeState:this.clearNodeState.bind(this),clearEdgeIndices:this.clearEdgeIndices.bind(this),clearNodeIndices:this.clearNodeIndices.bind(this),refresh:this.refresh.bind(this)},this.activeListeners),this}},{key:"unbindGraphHandlers",value:function(){dh(this.internals.graph,this.activeListeners)}},{key:"getNodeShapeId",value:function(e){return this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&e.shape&&e.shape in this.internals.nodeShapeMap?this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[e.shape]]:dn(e.shape||"circle")}},{key:"processNodes",value:function(){var e=this,r=this.internals.graph,i=this.internals.settings,o=this.getDimensions(),s=i.autoRescale,l=i.autoRescaleContent,d=this.nodeExtent;if(s===!1){var u=o.width,c=o.height;d={x:[-u/2,u/2],y:[-c/2,c/2]}}else(s!=="once"||!this.autoRescaleFrozen)&&(d=this.computeNodeExtent(),l!=="positions"&&!this.customBBox&&(d=fh({extent:d,coords:this.nodeGraphCoords,nodeData:this.internals.nodeDataCache,dimensions:o,stagePadding:this.getStagePadding(),zoomToSizeRatioFunction:i.zoomToSizeRatioFunction,itemSizesReference:i.itemSizesReference,fitLabels:l==="labels",nodeLabelBox:function(B,W){return e.labelRenderer.nodeLabelBox(B,W)}})),s==="once"&&(this.autoRescaleFrozen=!0));this.nodeExtent=d,this.normalizationFunction=Hn(this.customBBox||this.nodeExtent);var f=new Io,h=Ke(f.getState(),o,this.getGraphDimensions(),this.getStagePadding());this.labelRenderer.labelGrid.resizeAndClear(o,i.labelGridCellSize),this.labelRenderer.edgeAnchorGrid.resizeAndClear(o,i.labelGridCellSize);var v=i.renderEdgeLabels&&i.edgeLabelAnchors==="allNodes",m=!1;hr(this.pickingState,"node");for(var b=r.nodes(),p=0,g=b.length;p<g;p++){var y=b[p],T=this.internals.nodeDataCache[y],x=this.nodeGraphCoords[y];T.x=x.x,T.y=x.y,this.normalizationFunction.applyTo(T),T.visibility!==this.prevNodeVisibilities[y]&&(m=!0),typeof T.label=="string"&&T.visibility!=="hidden"&&T.labelVisibility!=="hidden"&&this.labelRenderer.labelGrid.add(y,T.size,this.framedGraphToViewport(T,{matrix:h})),v&&T.visibility!=="hidden"&&this.labelRenderer.edgeAnchorGrid.add(y,T.size,this.framedGraphToViewport(T,{matrix:h}))}this.labelRenderer.labelGrid.organize(),this.labelRenderer.edgeAnchorGrid.organize(),this.nodeProgram.reallocate(b.length);var _=0;this.depthRanges.nodes={},this.nodeBaseDepth={};var w=this.internals.nodeDataCache,E=O(this.depthLayers),L;try{for(E.s();!(L=E.n()).done;){var S=L.value,A=this.itemBuckets.nodes.getSorted(S,function(N){return w[N].zIndex});if(A.length!==0){this.depthRanges.nodes[S]=[{offset:_,count:A.length}];var R=O(A),F;try{for(R.s();!(F=R.n()).done;){var P=F.value;this.nodeBaseDepth[P]=S,this.nodeProgram.allocateNode(P),Bo(this.pickingState,"node",P),this.addNodeToProgram(P,_++)}}catch(N){R.e(N)}finally{R.f()}}}}catch(N){E.e(N)}finally{E.f()}this.nodeProgram.invalidateBuffers();for(var k=0,z=b.length;k<z;k++)this.prevNodeVisibilities[b[k]]=this.internals.nodeDataCache[b[k]].visibility;this.labelRenderer.processWebGLLabels(b);var G=O(this.customLayerPrograms.values()),I;try{for(G.s();!(I=G.n()).done;){var C=I.value.program;C.cacheData&&C.cacheData()}}catch(N){G.e(N)}finally{G.f()}return m}},{key:"processEdges",value:function(){var e=this.internals.graph,r=e.edges();this.edgeProgram.reallocate(r.length);var i=0;hr(this.pickingState,"edge"),this.depthRanges.edges={},this.edgeBaseDepth={};var o=this.internals.edgeDataCache,s=O(this.depthLayers),l;try{for(s.s();!(l=s.n()).done;){var d=l.value,u=this.itemBuckets.edges.getSorted(d,function(v){return o[v].zIndex});if(u.length!==0){this.depthRanges.edges[d]=[{offset:i,count:u.length}];var c=O(u),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;this.edgeBaseDepth[h]=d,Bo(this.pickingState,"edge",h),this.addEdgeToProgram(h,i++)}}catch(v){c.e(v)}finally{c.f()}}}}catch(v){s.e(v)}finally{s.f()}this.edgeProgram.invalidateBuffers()}},{key:"updateNodeDepthRanges",value:function(e,r,i){var o=this.nodeProgramIndex[e];o!==void 0&&(ja(this.depthRanges.nodes,r,o),Xa(this.depthRanges.nodes,i,o))}},{key:"updateEdgeDepthRanges",value:function(e,r,i){var o=this.edgeProgramIndex[e];o!==void 0&&(ja(this.depthRanges.edges,r,o),Xa(this.depthRanges.edges,i,o))}},{key:"handleSettingsUpdate",value:function(){var e=this,r=this.internals.settings;return this.camera.minRatio=r.minCameraRatio,this.camera.maxRatio=r.maxCameraRatio,this.camera.enabledZooming=r.enableCameraZooming,this.camera.enabledPanning=r.enableCameraPanning,this.camera.enabledRotation=r.enableCameraRotation,r.cameraPanBoundaries?this.camera.constrainState=function(i){return e.cleanCameraState(i,r.cameraPanBoundaries&&Q(r.cameraPanBoundaries)==="object"?r.cameraPanBoundaries:{})}:this.camera.constrainState=null,this.camera.setState(this.camera.getState()),this.mouseLayer.style.touchAction=r.gestureTarget==="graph"?"none":r.gestureTarget==="shared"?"pan-x pan-y":"auto",r.gestureTarget!=="shared"&&this.gestureHint&&(this.gestureHint.kill(),this.gestureHint=null),this.mouseCaptor.setSettings(this.internals.settings),this.touchCaptor.setSettings(this.internals.settings),this}},{key:"cleanCameraState",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=r.tolerance,o=i===void 0?0:i,s=r.boundaries,l=U({},e),d=s||this.nodeExtent,u=J(d.x,2),c=u[0],f=u[1],h=J(d.y,2),v=h[0],m=h[1],b=[this.graphToViewport({x:c,y:v},{cameraState:e}),this.graphToViewport({x:f,y:v},{cameraState:e}),this.graphToViewport({x:c,y:m},{cameraState:e}),this.graphToViewport({x:f,y:m},{cameraState:e})],p=1/0,g=-1/0,y=1/0,T=-1/0;b.forEach(function(P){var k=P.x,z=P.y;p=Math.min(p,k),g=Math.max(g,k),y=Math.min(y,z),T=Math.max(T,z)});var x=g-p,_=T-y,w=this.getDimensions(),E=w.width,L=w.height,S=0,A=0;if(x>=E?g<E-o?S=g-(E-o):p>o&&(S=p-o):g>E+o?S=g-(E+o):p<-o&&(S=p+o),_>=L?T<L-o?A=T-(L-o):y>o&&(A=y-o):T>L+o?A=T-(L+o):y<-o&&(A=y+o),S||A){var R=this.viewportToFramedGraph({x:0,y:0},{cameraState:e}),F=this.viewportToFramedGraph({x:S,y:A},{cameraState:e});S=F.x-R.x,A=F.y-R.y,l.x+=S,l.y+=A}return l}},{key:"refreshMatrices",value:function(){var e=this.camera.getState(),r=this.getDimensions(),i=this.getGraphDimensions(),o=this.getStagePadding();this.matrix=Ke(e,r,i,o),this.invMatrix=Ke(e,r,i,o,!0),this.correctionRatio=ui(this.matrix,e,r),this.graphToViewportRatio=this.getGraphToViewportRatio()}},{key:"processData",value:function(){var e;this.emit("beforeProcess"),(e=this.internals.attachmentManager)===null||e===void 0||e.clear();var r=U({},this.pickingState.idsByKind),i=this.processNodes();(this.pendingProcess==="full"||i)&&this.processEdges(),th(this.pickingState,this.internals),nh(r,this.pickingState.idsByKind)||this.internals.hoverResolver.invalidate(),this.pendingProcess="none",this.emit("afterProcess")}},{key:"render",value:function(){var e=this;if(this.contextLost)return this;this.emit("beforeRender");var r=function(){return e.internals.hoverResolver.frameRendered(),e.emit("afterRender"),e};if(this.renderFrame&&(cancelAnimationFrame(this.renderFrame),this.renderFrame=null),this.resize(),(this.pendingProcess!=="none"||this.needToRefreshState)&&(this.labelRenderer.labelsDirty=!0),this.pendingProcess!=="none"&&this.processData(),this.needToRefreshState&&this.refreshState(),this.needToRefreshState=!1,this.stateManager.clearDirtyTracking(),this.pendingProcess!=="none"&&this.processData(),this.clear(),this.resetWebGLTexture(),!this.internals.graph.order)return r();var i=this.mouseCaptor,o=this.camera.isAnimating()||i.isMoving||i.draggedEvents||i.currentWheelDirection;if(this.refreshMatrices(),this.frameId++,this.internals.settings.renderEdgeLabels&&!this.internals.edgeLabelProgram){var s=this.createEdgeLabelPrograms(),l=s.labelProgram,d=s.labelBackgroundProgram;this.internals.edgeLabelProgram=l,this.internals.edgeLabelBackgroundProgram=d}var u=this.internals.settings.DEBUG_logRenderStats?this.getDebugPrograms():null;u&&u.forEach(function(j){return j.resetDebugStats()}),this.internals.settings.DEBUG_gpuTimerQueries&&this.beginGpuTimerQuery(),this.internals.nodeFrameTexture.ensureCapacity(this.internals.nodeDataTexture.getCapacity()),this.internals.edgeFrameTexture.ensureCapacity(this.internals.edgeDataTexture.getCapacity());var c=this.getRenderParams(),f=ve.edge.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null});this.labelRenderer.resetFrame();var h=this.webGLContext,v=Math.ceil(this.width*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio),m=Math.ceil(this.height*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio);if(h.bindFramebuffer(h.FRAMEBUFFER,this.pickingFrameBuffer),h.viewport(0,0,v,m),h.clear(h.COLOR_BUFFER_BIT|h.DEPTH_BUFFER_BIT),h.bindFramebuffer(h.FRAMEBUFFER,null),h.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio),h.clear(h.COLOR_BUFFER_BIT|h.DEPTH_BUFFER_BIT),this.internals.nodeDataTexture.upload(),this.internals.edgeDataTexture.upload(),this.nodeProgram.uploadLayerTexture(),this.edgeProgram.uploadAttributeTexture(),this.emit("afterTexturesUpload"),this.internals.nodeDataTexture.bind(Xo),this.internals.edgeDataTexture.bind(qo),this.edgeFramePass.run(c,this.internals.edgeFrameTexture,this.internals.edgeDataTexture.getHighWaterMark(),this.edgeProgram.getAttributeTexture(),this.nodeProgram.getAttributeTexture()),this.internals.edgeFrameTexture.bind(Vo),this.internals.settings.renderLabels){this.labelRenderer.computeDisplayedNodeLabels();var b=this.labelRenderer.buildFramePassPoints(),p=b.data,g=b.count;this.nodeFramePass.run(p,g,this.internals.nodeFrameTexture,c,this.nodeProgram.getAttributeTexture()),this.internals.nodeFrameTexture.bind(jo)}this.internals.settings.renderEdgeLabels&&this.labelRenderer.computeDisplayedEdgeLabels();var y=O(this.customLayerPrograms.values()),T;try{for(y.s();!(T=y.n()).done;){var x=T.value.program;x.preRender&&x.preRender(c)}}catch(j){y.e(j)}finally{y.f()}h.bindFramebuffer(h.FRAMEBUFFER,null),h.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio),h.blendFunc(h.ONE,h.ONE_MINUS_SRC_ALPHA);var _=!this.internals.settings.hideLabelsOnMove||!o,w=O(this.depthLayers),E;try{for(w.s();!(E=w.n()).done;){var L=E.value,S=O(this.customLayerPrograms.values()),A;try{for(S.s();!(A=S.n()).done;){var R=A.value;R.depth===L&&R.program.render(c)}}catch(j){S.e(j)}finally{S.f()}var F=this.depthRanges.edges[L];if(F&&(!this.internals.settings.hideEdgesOnMove||!o)){var P=O(F),k;try{for(P.s();!(k=P.n()).done;){var z=k.value,G=z.offset,I=z.count;I>0&&this.edgeProgram.render(f,G,I)}}catch(j){P.e(j)}finally{P.f()}}this.internals.settings.renderEdgeLabels&&_&&(this.labelRenderer.renderEdgeLabelBackgrounds(ve.edgeLabel.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null}),L),this.labelRenderer.renderEdgeLabels(c,L)),this.labelRenderer.cacheAttachments(L),this.labelRenderer.renderBackdrops(U(U({},c),{},{pickingFrameBuffer:null}),L);var C=this.depthRanges.nodes[L];if(C){var N=O(C),B;try{for(N.s();!(B=N.n()).done;){var W=B.value,Y=W.offset,V=W.count;V>0&&this.nodeProgram.render(c,Y,V)}}catch(j){N.e(j)}finally{N.f()}}_&&(this.labelRenderer.renderAttachments(U(U({},c),{},{pickingFrameBuffer:null}),L),this.labelRenderer.renderLabelBackgrounds(ve.nodeLabel.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null}),L),this.internals.settings.renderLabels&&this.labelRenderer.renderWebGLLabels(c,L))}}catch(j){w.e(j)}finally{w.f()}return this.labelRenderer.labelsDirty=!1,this.internals.settings.DEBUG_displayPickingLayer&&(h.bindFramebuffer(h.READ_FRAMEBUFFER,this.pickingFrameBuffer),h.bindFramebuffer(h.DRAW_FRAMEBUFFER,null),h.blitFramebuffer(0,0,v,m,0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio,h.COLOR_BUFFER_BIT,h.NEAREST)),this.internals.settings.DEBUG_gpuTimerQueries&&this.endGpuTimerQuery(),this.pollGpuTimerQueries(),u&&this.logRenderStats(u),r()}},{key:"getDebugPrograms",value:function(){return[this.nodeProgram,this.edgeProgram,this.internals.labelProgram,this.internals.edgeLabelProgram,this.internals.edgeLabelBackgroundProgram,this.internals.backdropProgram,this.internals.labelBackgroundProgram,this.internals.attachmentProgram].filter(function(e){return e!==null})}},{key:"logRenderStats",value:function(e){var r={},i=O(e),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;r[s.constructor.name]=U({},s.debugStats)}}catch(l){i.e(l)}finally{i.f()}console.log("[sigma] DEBUG_logRenderStats: frame #".concat(this.frameId)),console.table(r)}},{key:"getGpuTimerExtension",value:function(){return this.gpuTimerExt===void 0&&(this.gpuTimerExt=this.webGLContext.getExtension("EXT_disjoint_timer_query_webgl2"),this.gpuTimerExt||console.warn("Sigma: DEBUG_gpuTimerQueries is enabled, but this browser/driver doesn't support EXT_disjoint_timer_query_webgl2.")),this.gpuTimerExt}},{key:"beginGpuTimerQuery",value:function(){var e=this.getGpuTimerExtension();if(e){var r=this.webGLContext,i=r.createQuery();i&&(r.beginQuery(e.TIME_ELAPSED_EXT,i),this.activeGpuTimerQuery=i)}}},{key:"endGpuTimerQuery",value:function(){!this.gpuTimerExt||!this.activeGpuTimerQuery||(this.webGLContext.endQuery(this.gpuTimerExt.TIME_ELAPSED_EXT),this.pendingGpuTimerQueries.push({query:this.activeGpuTimerQuery,frameId:this.frameId}),this.activeGpuTimerQuery=null)}},{key:"pollGpuTimerQueries",value:function(){if(this.pendingGpuTimerQueries.length!==0){var e=this.webGLContext,r=this.gpuTimerExt;if(!r){this.pendingGpuTimerQueries.forEach(function(c){var f=c.query;return e.deleteQuery(f)}),this.pendingGpuTimerQueries=[];return}var i=e.getParameter(r.GPU_DISJOINT_EXT),o=[],s=O(this.pendingGpuTimerQueries),l;try{for(s.s();!(l=s.n()).done;){var d=l.value;if(!e.getQueryParameter(d.query,e.QUERY_RESULT_AVAILABLE)){o.push(d);continue}if(!i){var u=e.getQueryParameter(d.query,e.QUERY_RESULT);console.log("[sigma] DEBUG_gpuTimerQueries: frame #".concat(d.frameId," GPU time = ").concat((u/1e6).toFixed(2),"ms"))}e.deleteQuery(d.query)}}catch(c){s.e(c)}finally{s.f()}this.pendingGpuTimerQueries=o}}},{key:"postEvaluateNode",value:function(e,r,i){var o=e;o.x===void 0&&(o.x=r.x),o.y===void 0&&(o.y=r.y),e.highlighted=i.isHighlighted;for(var s=0,l=this.nodeVariableEntries.length;s<l;s++){var d,u,c=J(this.nodeVariableEntries[s],2),f=c[0],h=c[1];o[f]=(d=(u=o[f])!==null&&u!==void 0?u:r[f])!==null&&d!==void 0?d:h.default}}},{key:"addNode",value:function(e){var r=this.internals.graph.getNodeAttributes(e),i=this.stateManager.getNodeState(e),o=this.internals.nodeDataCache[e]||{};if(Oa(this.stylesDeclaration.nodes,r,i,this.stateManager.graphState,this.internals.graph,o),this.postEvaluateNode(o,r,i),this.nodeReducer){var s=this.nodeReducer(e,o,r,i,this.stateManager.graphState,this.internals.graph);o=U(U({},o),s)}if(typeof o.x!="number"||typeof o.y!="number")throw new Error('Sigma: could not find a valid position (x, y) for node "'.concat(e,'". ')+"Provide coordinates via node attributes, styles, or a nodeReducer.");this.internals.nodeShapeMap?(!o.shape||!(o.shape in this.internals.nodeShapeMap))&&(o.shape=Object.keys(this.internals.nodeShapeMap)[0]):this.nodeShapeSlug&&(o.shape=this.nodeShapeSlug),this.internals.nodeDataCache[e]=o,this.nodeGraphCoords[e]={x:o.x,y:o.y},lt(this.internals.nodesWithForcedLabels,e,Qe(o)),lt(this.internals.nodesWithBackdrop,e,Va(o)),this.itemBuckets.nodes.set(e,o.depth)}},{key:"updateNode",value:function(e){this.addNode(e);var r=this.internals.nodeDataCache[e];this.normalizationFunction.applyTo(r)}},{key:"removeNode",value:function(e){this.itemBuckets.nodes.remove(e),delete this.internals.nodeDataCache[e],delete this.nodeGraphCoords[e],delete this.nodeProgramIndex[e],this.internals.dragManager.removeNode(e),this.stateManager.removeNode(e),this.internals.nodesWithForcedLabels.delete(e),this.internals.nodesWithBackdrop.delete(e)}},{key:"postEvaluateEdge",value:function(e,r){for(var i=e,o=0,s=this.edgeVariableEntries.length;o<s;o++){var l,d,u=J(this.edgeVariableEntries[o],2),c=u[0],f=u[1];i[c]=(l=(d=i[c])!==null&&d!==void 0?d:r[c])!==null&&l!==void 0?l:f.default}}},{key:"applyEdgeSpread",value:function(e,r,i){var o;if(!(i.parallelCount<=1)){var s=this.internals.graph.source(e),l=this.internals.graph.target(e),d=s===l,u=d?r.selfLoopPath||r.path:r.parallelPath||r.path,c=u?this.edgePathsByName.get(u):void 0;if(c!=null&&c.spread){var f=(o=r.parallelSpread)!==null&&o!==void 0?o:.25,h=c.spread.compute(i.parallelIndex,i.parallelCount,f);!d&&this.internals.graph.isDirected(e)&&s>l&&(h=-h),r[c.spread.variable]=h}}}},{key:"addEdge",value:function(e){var r=this.internals.graph.getEdgeAttributes(e),i=this.stateManager.getEdgeState(e),o={};if(Wa(this.stylesDeclaration.edges,r,i,this.stateManager.graphState,this.internals.graph,o),this.postEvaluateEdge(o,r),this.edgeReducer){var s=this.edgeReducer(e,o,r,i,this.stateManager.graphState,this.internals.graph);o=U(U({},o),s)}this.applyEdgeSpread(e,o,i),this.internals.edgeDataCache[e]=o,lt(this.internals.edgesWithForcedLabels,e,Qe(o)),this.itemBuckets.edges.set(e,o.depth)}},{key:"updateEdge",value:function(e){this.addEdge(e)}},{key:"removeEdge",value:function(e){this.itemBuckets.edges.remove(e),delete this.internals.edgeDataCache[e],delete this.edgeProgramIndex[e],delete this.edgeTextureIndexCache[e],this.internals.edgeDataTexture.free(e),this.stateManager.removeEdge(e),this.internals.edgesWithForcedLabels.delete(e)}},{key:"clearNodeIndices",value:function(){this.labelRenderer.resetLabelGrid(),this.autoRescaleFrozen||(this.nodeExtent={x:[0,1],y:[0,1]}),this.internals.nodeDataCache={},this.nodeGraphCoords={},this.edgeProgramIndex={},this.internals.nodesWithForcedLabels.clear(),this.internals.nodesWithBackdrop.clear(),this.prevNodeVisibilities={},this.itemBuckets.nodes.clearAll(),this.depthRanges.nodes={},this.nodeBaseDepth={}}},{key:"clearEdgeIndices",value:function(){this.internals.edgeDataCache={},this.edgeProgramIndex={},this.edgeTextureIndexCache={},this.internals.edgesWithForcedLabels.clear(),hr(this.pickingState,"edge"),this.itemBuckets.edges.clearAll(),this.depthRanges.edges={},this.edgeBaseDepth={},this.edgeGroups.clear()}},{key:"clearIndices",value:function(){this.clearEdgeIndices(),this.clearNodeIndices()}},{key:"clearNodeState",value:function(){this.labelRenderer.resetFrame(),this.internals.nodesWithBackdrop.clear(),this.internals.dragManager.clear(),this.autoRescaleFrozen=!1,this.stateManager.clearNodes()}},{key:"clearEdgeState",value:function(){this.labelRenderer.clearEdgeLabels(),this.stateManager.clearEdges()}},{key:"clearState",value:function(){this.clearEdgeState(),this.clearNodeState(),this.stateManager.resetGraphState()}},{key:"addNodeToProgram",value:function(e,r){var i,o=this.internals.nodeDataCache[e];this.internals.nodeDataTexture.allocate(e),(i=this.internals.nodeDataTexture).updateNode.apply(i,[e,o.x,o.y,o.size,this.getNodeShapeId(o)].concat(X($n(o)),[o.color]));var s=this.internals.nodeDataTexture.getIndex(e);this.nodeProgram.process(gt(this.pickingState,"node",e),r,o,s,e),this.nodeProgramIndex[e]=r}},{key:"addEdgeToProgram",value:function(e,r){var i,o,s=this.internals.edgeDataCache[e],l=this.internals.graph.source(e),d=this.internals.graph.target(e),u=this.internals.edgeDataTexture.allocate(e);this.edgeTextureIndexCache[e]=u;var c=l===d,f=!c&&((i=(o=this.stateManager.getEdgeState(e))===null||o===void 0?void 0:o.parallelCount)!==null&&i!==void 0?i:1)>1,h=this.edgeProgram.resolveEdgeIds(s,c,f),v=h.pathId,m=h.headId,b=h.tailId,p=h.headLengthRatio,g=h.tailLengthRatio;this.internals.edgeDataTexture.updateEdge(e,this.internals.nodeDataTexture.getIndex(l),this.internals.nodeDataTexture.getIndex(d),s.size,p,g,v,m,b),this.edgeProgram.process(gt(this.pickingState,"edge",e),r,this.internals.nodeDataCache[l],this.internals.nodeDataCache[d],s,u),this.edgeProgramIndex[e]=r}},{key:"getRenderParams",value:function(){return{frameId:this.frameId,matrix:this.matrix,invMatrix:this.invMatrix,width:this.width,height:this.height,pixelRatio:this.internals.pixelRatio,zoomRatio:this.camera.ratio,cameraAngle:this.camera.angle,sizeRatio:1/this.scaleSize(),correctionRatio:this.correctionRatio,downSizingRatio:this.internals.settings.pickingDownSizingRatio,minEdgeThickness:this.internals.settings.minEdgeThickness,antiAliasingFeather:this.internals.settings.antiAliasingFeather,nodePickingPadding:this.internals.settings.nodePickingPadding,edgePickingPadding:this.internals.settings.edgePickingPadding,labelPickingPadding:this.internals.settings.labelPickingPadding,nodeDataTextureUnit:Xo,nodeDataTextureWidth:this.internals.nodeDataTexture.getTextureWidth(),nodeFrameTextureUnit:jo,nodeFrameTextureWidth:this.internals.nodeFrameTexture.getTextureWidth(),edgeDataTextureUnit:qo,edgeDataTextureWidth:this.internals.edgeDataTexture.getTextureWidth(),edgeFrameTextureUnit:Vo,edgeFrameTextureWidth:this.internals.edgeFrameTexture.getTextureWidth(),pickingFrameBuffer:this.pickingFrameBuffer,labelPixelSnapping:this.internals.settings.labelPixelSnapping?1:0}}},{key:"getStagePadding",value:function(){var e=this.internals.settings,r=e.stagePadding,i=e.autoRescale;return i&&r||0}},{key:"getLayerElement",value:function(e){if(e==="mouse")return this.mouseLayer;var r=this.extraElements[e];if(!r)throw new Error('Sigma: layer "'.concat(e,'" does not exist'));return r}},{key:"initWebGLContext",value:function(){var e=this,r=this.createWebGLContext("stage");this.stageCanvas=this.extraElements.stage,this.webGLContext=r,this.stageCanvas.addEventListener("webglcontextlost",function(i){e.webGLContext&&(i.preventDefault(),e.contextLost=!0,e.renderFrame&&(cancelAnimationFrame(e.renderFrame),e.renderFrame=null),e.gpuTimerExt=void 0,e.activeGpuTimerQuery=null,e.pendingGpuTimerQueries=[],e.emit("webglContextLost"))}),this.stageCanvas.addEventListener("webglcontextrestored",function(){requestAnimationFrame(function(){e.webGLContext&&!e.webGLContext.isContextLost()&&e.restoreWebGLContext()})}),this.initPickingFramebuffer()}},{key:"initPickingFramebuffer",value:function(){var e=this.webGLContext,r=e.createFramebuffer();if(!r)throw new Error("Sigma: cannot create picking frame buffer");e.bindFramebuffer(e.FRAMEBUFFER,r);var i=e.createTexture();if(!i)throw new Error("Sigma: cannot create picking texture");e.bindTexture(e.TEXTURE_2D,i),e.texImage2D(e.TEXTURE_2D,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,null),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MAG_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE),e.framebufferTexture2D(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,i,0);var o=e.createRenderbuffer();if(!o)throw new Error("Sigma: cannot create picking depth buffer");if(e.bindRenderbuffer(e.RENDERBUFFER,o),e.renderbufferStorage(e.RENDERBUFFER,e.DEPTH_COMPONENT16,1,1),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.DEPTH_ATTACHMENT,e.RENDERBUFFER,o),e.checkFramebufferStatus(e.FRAMEBUFFER)!==e.FRAMEBUFFER_COMPLETE)throw new Error("Sigma: picking framebuffer is not complete");e.bindFramebuffer(e.FRAMEBUFFER,null),this.pickingFrameBuffer=r,this.pickingTexture=i,this.pickingDepthBuffer=o}},{key:"initPrograms",value:function(e,r){var i=this,o=this.webGLContext,s=So(o,this.pickingFrameBuffer,i,e?.nodes,r.antialiasNodes),l=s.nodeProgram,d=s.labelProgram,u=s.backdropProgram,c=s.labelBackgroundProgram,f=s.attachmentProgram,h=s.framePass,v=s.shapeSlug,m=s.shapeNameToIndex,b=s.shapeGlobalIds,p=s.variables;this.nodeProgram=l,this.nodeFramePass=h,this.nodeVariableEntries=Object.entries(p),v&&(this.nodeShapeSlug=v);var g=Eo(o,this.pickingFrameBuffer,i,e?.edges,r.antialiasEdges,e?.nodes),y=g.edgeProgram,T=g.createLabelPrograms,x=g.framePass,_=g.variables,w=g.paths;return this.createEdgeLabelPrograms=T,this.edgeProgram=y,this.edgeFramePass=x,this.edgeVariableEntries=Object.entries(_),this.edgePathsByName=new Map(w.map(function(E){return[E.name,E]})),{labelProgram:d,edgeLabelProgram:null,edgeLabelBackgroundProgram:null,backdropProgram:u,labelBackgroundProgram:c,attachmentProgram:f,nodeShapeMap:m??null,nodeGlobalShapeIds:b??null}}},{key:"restoreWebGLContext",value:function(){var e,r,i,o,s,l=this.internals;this.initPickingFramebuffer(),(e=l.nodeDataTexture)===null||e===void 0||e.restore(),(r=l.nodeFrameTexture)===null||r===void 0||r.restore(),(i=l.edgeDataTexture)===null||i===void 0||i.restore(),(o=l.edgeFrameTexture)===null||o===void 0||o.restore(),(s=l.attachmentManager)===null||s===void 0||s.restore(),l.hoverResolver.reset(),Object.assign(l,this.initPrograms(l.primitives,l.settings));var d=O(this.customLayerPrograms.values()),u;try{for(d.s();!(u=d.n()).done;){var c=u.value;c.program.kill(),c.program=c.factory(this.webGLContext)}}catch(f){d.e(f)}finally{d.f()}this.contextLost=!1,this.emit("webglContextRestored"),this.refresh()}},{key:"createLayer",value:function(e,r){var i=arguments.length>2&&arguments[2]!==void 0?arguments[2]:{};if(this.extraElements[e])throw new Error('Sigma: a layer named "'.concat(e,'" already exists'));var o=It(r,{position:"absolute"},{class:"sigma-".concat(e)});return i.style&&Object.assign(o.style,i.style),this.extraElements[e]=o,"beforeLayer"in i&&i.beforeLayer?this.getLayerElement(i.beforeLayer).before(o):"afterLayer"in i&&i.afterLayer?this.getLayerElement(i.afterLayer).after(o):this.container.appendChild(o),o}},{key:"createCanvas",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.createLayer(e,"canvas",r)}},{key:"createWebGLContext",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=this.createCanvas(e,r);r.hidden&&i.remove();var o=i.getContext("webgl2",U({preserveDrawingBuffer:!1,antialias:!1,depth:!0},r));if(!o)throw new Error("Sigma: WebGL 2 is not supported by your browser. Please use a modern browser (Chrome 56+, Firefox 51+, Safari 15+, Edge 79+).");return o.blendFunc(o.ONE,o.ONE_MINUS_SRC_ALPHA),o}},{key:"killLayer",value:function(e){if(e==="stage"||e==="mouse")throw new Error('Sigma: cannot kill built-in layer "'.concat(e,'"'));var r=this.extraElements[e];if(!r)throw new Error("Sigma: cannot kill layer ".concat(e,", which does not exist"));return r.remove(),delete this.extraElements[e],this}},{key:"getWebGLContext",value:function(){if(!this.webGLContext)throw new Error("Sigma: WebGL context is not available");return this.webGLContext}},{key:"getNodeDataTexture",value:function(){if(!this.internals.nodeDataTexture)throw new Error("Sigma: node data texture is not available");return this.internals.nodeDataTexture}},{key:"getNormalizationFunction",value:function(){return this.normalizationFunction}},{key:"addCustomLayerProgram",value:function(e,r,i){var o;if(!this.depthLayers.includes(r))throw new Error('Sigma: cannot add custom layer program at depth "'.concat(r,'", ')+"it must be declared in primitives.depthLayers. Current layers: ".concat(this.depthLayers.join(", ")));(o=this.customLayerPrograms.get(e))===null||o===void 0||o.program.kill();var s=i(this.webGLContext);return this.customLayerPrograms.set(e,{depth:r,factory:i,program:s}),s.cacheData&&s.cacheData(),this.scheduleRender(),this}},{key:"removeCustomLayerProgram",value:function(e){var r=this.customLayerPrograms.get(e);return r&&(r.program.kill(),this.customLayerPrograms.delete(e),this.scheduleRender()),this}},{key:"getCamera",value:function(){return this.camera}},{key:"setCamera",value:function(e){return this.camera.cancelAnimation(),this.unbindCameraHandlers(),this.camera=e,this.bindCameraHandlers(),this.scheduleRender(),this}},{key:"getContainer",value:function(){return this.container}},{key:"getGraph",value:function(){return this.internals.graph}},{key:"setGraph",value:function(e){return e===this.internals.graph?this:(this.stateManager.pruneNodes(function(r){return e.hasNode(r)}),this.stateManager.pruneEdges(function(r){return e.hasEdge(r)}),this.unbindGraphHandlers(),this.checkEdgesEventsFrame!==null&&(cancelAnimationFrame(this.checkEdgesEventsFrame),this.checkEdgesEventsFrame=null),this.internals.graph=e,this.autoRescaleFrozen=!1,this.bindGraphHandlers(),this.refresh(),this)}},{key:"getMouseCaptor",value:function(){return this.mouseCaptor}},{key:"getTouchCaptor",value:function(){return this.touchCaptor}},{key:"getDimensions",value:function(){return{width:this.width,height:this.height}}},{key:"getGraphDimensions",value:function(){var e=this.customBBox||this.nodeExtent;return{width:e.x[1]-e.x[0]||1,height:e.y[1]-e.y[0]||1}}},{key:"getNodeDisplayData",value:function(e){var r=this.internals.nodeDataCache[e];return r?Object.assign({},r):void 0}},{key:"getEdgeDisplayData",value:function(e){var r=this.internals.edgeDataCache[e];return r?Object.assign({},r):void 0}},{key:"getNodeState",value:function(e){return this.stateManager.getNodeState(e)}},{key:"getEdgeState",value:function(e){return this.stateManager.getEdgeState(e)}},{key:"getGraphState",value:function(){return this.stateManager.getGraphState()}},{key:"setNodeState",value:function(e,r){return this.stateManager.setNodeState(e,r),this}},{key:"setEdgeState",value:function(e,r){return this.stateManager.setEdgeState(e,r),this}},{key:"setGraphState",value:function(e){return this.stateManager.setGraphState(e),this}},{key:"_setPanning",value:function(e){this.stateManager.setGraphState({isPanning:e})}},{key:"_setZooming",value:function(e){this.stateManager.setGraphState({isZooming:e})}},{key:"_hasNodeDrag",value:function(){var e=this.internals.dragManager;return!!(e.pendingNode||e.session)}},{key:"_showGestureHint",value:function(e){var r=this.internals.settings;r.gestureTarget==="shared"&&(this.gestureHint=this.gestureHint||new bh(this.container),this.gestureHint.show(e,r))}},{key:"setNodesState",value:function(e,r){return this.stateManager.setNodesState(e,r),this}},{key:"setEdgesState",value:function(e,r){return this.stateManager.setEdgesState(e,r),this}},{key:"updateContainerCursor",value:function(){var e=this.stateManager.hovered,r=this.resolvedStageStyle.cursor||"";this.container.style.cursor=e&&ah(this.internals,e)||r}},{key:"refreshStageStyle",value:function(){this.resolvedStageStyle=Ua(this.stylesDeclaration.stage,this.stateManager.graphState),this.resolvedStageStyle.background!==void 0&&(this.container.style.backgroundColor=this.resolvedStageStyle.background),this.updateContainerCursor()}},{key:"getNodeDisplayedLabels",value:function(){return new Set(this.labelRenderer.displayedNodeLabels)}},{key:"getEdgeDisplayedLabels",value:function(){return new Set(this.labelRenderer.displayedEdgeLabels)}},{key:"getSettings",value:function(){return U({},this.internals.settings)}},{key:"getSetting",value:function(e){return this.internals.settings[e]}},{key:"getStyles",value:function(){return U({},this.stylesDeclaration)}},{key:"getPrimitives",value:function(){return U({},this.internals.primitives)}},{key:"setSetting",value:function(e,r){return this.internals.settings[e]=r,jn(this.internals.settings),this.handleSettingsUpdate(),this.scheduleRefresh(),this}},{key:"updateSetting",value:function(e,r){return this.setSetting(e,r(this.internals.settings[e])),this}},{key:"setSettings",value:function(e){return this.internals.settings=U(U({},this.internals.settings),e),jn(this.internals.settings),this.handleSettingsUpdate(),this.scheduleRefresh(),this}},{key:"resize",value:function(e){var r=this.width,i=this.height;if(this.width=this.container.offsetWidth,this.height=this.container.offsetHeight,this.internals.pixelRatio=an(),this.width===0)if(this.internals.settings.allowInvalidContainer)this.width=1;else throw new Error("Sigma: Container has no width. You can set the allowInvalidContainer setting to true to stop seeing this error.");if(this.height===0)if(this.internals.settings.allowInvalidContainer)this.height=1;else throw new Error("Sigma: Container has no height. You can set the allowInvalidContainer setting to true to stop seeing this error.");if(!e&&r===this.width&&i===this.height)return this;this.labelRenderer.labelsDirty=!0;for(var o=0,s=[this.mouseLayer].concat(X(Object.values(this.extraElements)));o<s.length;o++){var l=s[o];l.style.width=this.width+"px",l.style.height=this.height+"px"}return this.webGLContext&&(this.stageCanvas.setAttribute("width",this.width*this.internals.pixelRatio+"px"),this.stageCanvas.setAttribute("height",this.height*this.internals.pixelRatio+"px"),this.webGLContext.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio)),this.emit("resize"),this}},{key:"clear",value:function(){return this.emit("beforeClear"),this.webGLContext.bindFramebuffer(WebGLRenderingContext.FRAMEBUFFER,null),this.webGLContext.clear(WebGLRenderingContext.COLOR_BUFFER_BIT),this.emit("afterClear"),this}},{key:"scheduleStateRefresh",value:function(){this.needToRefreshState=!0,this.scheduleRender()}},{key:"refreshState",value:function(){var e=this,r;this.stateManager.flushGraphStateFlags();var i=this.stateManager.graphStateChanged&&this.internals.nodeStyleAnalysis.dependency==="graph-state",o=this.stateManager.graphStateChanged&&this.edgeStyleAnalysis.dependency==="graph-state",s=!1;if(i)this.internals.graph.forEachNode(function(v){e.refreshNodeState(v)&&(s=!0)});else if(this.internals.nodeStyleAnalysis.dependency!=="static"){var l=O(this.stateManager.dirtyNodes),d;try{for(l.s();!(d=l.n()).done;){var u=d.value;this.refreshNodeState(u)&&(s=!0)}}catch(v){l.e(v)}finally{l.f()}}if(o)this.internals.graph.forEachEdge(function(v){e.refreshEdgeState(v)&&(s=!0)});else if(this.edgeStyleAnalysis.dependency!=="static"){var c=O(this.stateManager.dirtyEdges),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;this.refreshEdgeState(h)&&(s=!0)}}catch(v){c.e(v)}finally{c.f()}}this.stateManager.graphStateChanged&&(r=this.stylesDeclaration)!==null&&r!==void 0&&r.stage&&this.refreshStageStyle(),this.stateManager.clearDirtyTracking(),s&&(this.pendingProcess="full")}},{key:"refreshNodeState",value:function(e){var r=this.internals.nodeDataCache[e];if(!r||this.nodeReducer){var i,o,s,l,d=(i=this.internals.nodeDataCache[e])===null||i===void 0?void 0:i.depth,u=(o=this.internals.nodeDataCache[e])===null||o===void 0?void 0:o.zIndex,c=(s=this.internals.nodeDataCache[e])===null||s===void 0?void 0:s.labelAttachment;this.updateNode(e);var f=this.internals.nodeDataCache[e];this.internals.attachmentManager&&f.labelAttachment!==c&&this.internals.attachmentManager.invalidateNode(e);var h;this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&f.shape&&f.shape in this.internals.nodeShapeMap?h=this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[f.shape]]:h=dn(f.shape||"circle"),(l=this.internals.nodeDataTexture).updateNode.apply(l,[e,f.x,f.y,f.size,h].concat(X($n(f)),[f.color])),d&&f.depth!==d&&this.updateNodeDepthRanges(e,d,f.depth);var v=this.nodeProgramIndex[e];return v!==void 0&&(this.addNodeToProgram(e,v),this.nodeProgram.invalidateBuffers()),u!==void 0&&f.zIndex!==u}var m=this.internals.graph.getNodeAttributes(e),b=this.stateManager.getNodeState(e),p=r.size,g=r.shape,y=r.depth,T=r.zIndex,x=r.labelAttachment,_=r.rotationAlignment,w=r.labelRotationAlignment,E=r.color;Oa(this.stylesDeclaration.nodes,m,b,this.stateManager.graphState,this.internals.graph,r),this.postEvaluateNode(r,m,b);var L=this.nodeGraphCoords[e],S=r.x!==L.x||r.y!==L.y;if(S&&(L.x=r.x,L.y=r.y),this.normalizationFunction.applyTo(r),this.internals.nodeShapeMap?(!r.shape||!(r.shape in this.internals.nodeShapeMap))&&(r.shape=Object.keys(this.internals.nodeShapeMap)[0]):this.nodeShapeSlug&&(r.shape=this.nodeShapeSlug),this.internals.attachmentManager&&r.labelAttachment!==x&&this.internals.attachmentManager.invalidateNode(e),lt(this.internals.nodesWithForcedLabels,e,Qe(r)),lt(this.internals.nodesWithBackdrop,e,Va(r)),S||r.size!==p||r.shape!==g||r.rotationAlignment!==_||r.labelRotationAlignment!==w||r.color!==E){var A,R;this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&r.shape&&r.shape in this.internals.nodeShapeMap?R=this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[r.shape]]:R=dn(r.shape||"circle"),(A=this.internals.nodeDataTexture).updateNode.apply(A,[e,r.x,r.y,r.size,R].concat(X($n(r)),[r.color]))}this.itemBuckets.nodes.set(e,r.depth),r.depth!==y&&this.updateNodeDepthRanges(e,y,r.depth);var F=this.nodeProgramIndex[e];return F!==void 0&&(this.addNodeToProgram(e,F),this.nodeProgram.invalidateBuffers()),r.zIndex!==T}},{key:"refreshEdgeState",value:function(e){var r=this.internals.edgeDataCache[e];if(!r||this.edgeReducer){var i=r?.depth,o=r?.zIndex;this.updateEdge(e);var s=this.internals.edgeDataCache[e];i&&s.depth!==i&&this.updateEdgeDepthRanges(e,i,s.depth);var l=this.edgeProgramIndex[e];return l!==void 0&&(this.addEdgeToProgram(e,l),this.edgeProgram.invalidateBuffers()),o!==void 0&&s.zIndex!==o}var d=this.internals.graph.getEdgeAttributes(e),u=this.stateManager.getEdgeState(e),c=r.depth,f=r.zIndex,h=r.size,v=r.path,m=r.selfLoopPath,b=r.parallelPath,p=r.head,g=r.tail;Wa(this.stylesDeclaration.edges,d,u,this.stateManager.graphState,this.internals.graph,r),this.postEvaluateEdge(r,d),this.applyEdgeSpread(e,r,u),lt(this.internals.edgesWithForcedLabels,e,Qe(r)),this.itemBuckets.edges.set(e,r.depth),r.depth!==c&&this.updateEdgeDepthRanges(e,c,r.depth);var y=this.edgeProgramIndex[e];if(y!==void 0){var T=r.size!==h||r.path!==v||r.selfLoopPath!==m||r.parallelPath!==b||r.head!==p||r.tail!==g;if(T)this.addEdgeToProgram(e,y),this.edgeProgram.invalidateBuffers();else{var x=this.internals.graph.source(e),_=this.internals.graph.target(e),w=this.internals.nodeDataCache[x],E=this.internals.nodeDataCache[_],L=this.edgeTextureIndexCache[e];this.edgeProgram.process(gt(this.pickingState,"edge",e),y,w,E,r,L),this.edgeProgram.invalidateBuffers()}}return r.zIndex!==f}},{key:"refresh",value:function(e){var r=this,i=e?.skipIndexation!==void 0?e?.skipIndexation:!1,o=e?.schedule!==void 0?e.schedule:!1,s=!e||!e.partialGraph;if(s)this.clearEdgeIndices(),this.clearNodeIndices(),this.internals.graph.forEachNode(function(w){return r.addNode(w)}),this.edgeGroups.rebuild(),this.internals.graph.forEachEdge(function(w){return r.addEdge(w)}),this.pendingProcess="full";else{for(var l,d,u=((l=e.partialGraph)===null||l===void 0?void 0:l.nodes)||[],c=0,f=u?.length||0;c<f;c++){var h,v,m=""+u[c],b=(h=this.internals.nodeDataCache[m])===null||h===void 0?void 0:h.labelAttachment;if(this.updateNode(m),this.internals.attachmentManager&&((v=this.internals.nodeDataCache[m])!==null&&v!==void 0&&v.labelAttachment||b)&&this.internals.attachmentManager.invalidateNode(m),i){var p=this.nodeProgramIndex[m];if(p===void 0)throw new Error('Sigma: node "'.concat(m,`" can't be repaint`));this.addNodeToProgram(m,p)}}i&&u.length>0&&(this.nodeProgram.invalidateBuffers(),this.labelRenderer.labelsDirty=!0);for(var g=(e==null||(d=e.partialGraph)===null||d===void 0?void 0:d.edges)||[],y=0,T=g.length;y<T;y++){var x=""+g[y];if(this.updateEdge(x),i){var _=this.edgeProgramIndex[x];if(_===void 0)throw new Error('Sigma: edge "'.concat(x,`" can't be repaint`));this.addEdgeToProgram(x,_)}}i&&g.length>0&&(this.edgeProgram.invalidateBuffers(),this.labelRenderer.labelsDirty=!0),!i&&this.pendingProcess!=="full"&&(this.pendingProcess=g.length>0?"full":"nodes")}return o?this.scheduleRender():this.render(),this}},{key:"scheduleRender",value:function(){var e=this;return this.renderFrame||(this.renderFrame=requestAnimationFrame(function(){e.render()})),this}},{key:"scheduleRefresh",value:function(e){return this.refresh(U(U({},e),{},{schedule:!0}))}},{key:"getViewportZoomedState",value:function(e,r){var i=this.camera.getState(),o=i.ratio,s=i.angle,l=i.x,d=i.y,u=this.internals.settings,c=u.minCameraRatio,f=u.maxCameraRatio;typeof f=="number"&&(r=Math.min(r,f)),typeof c=="number"&&(r=Math.max(r,c));var h=r/o,v={x:this.width/2,y:this.height/2},m=this.viewportToFramedGraph(e),b=this.viewportToFramedGraph(v);return{angle:s,x:(m.x-b.x)*(1-h)+l,y:(m.y-b.y)*(1-h)+d,ratio:r}}},{key:"viewRectangle",value:function(){var e=this.viewportToFramedGraph({x:0,y:0}),r=this.viewportToFramedGraph({x:this.width,y:0}),i=this.viewportToFramedGraph({x:0,y:this.height});return{x1:e.x,y1:e.y,x2:r.x,y2:r.y,height:r.y-i.y}}},{key:"framedGraphToViewport",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=!!r.cameraState||!!r.viewportDimensions||!!r.graphDimensions||!!r.padding,o=r.matrix||(i?Ke(r.cameraState||this.camera.getState(),r.viewportDimensions||this.getDimensions(),r.graphDimensions||this.getGraphDimensions(),r.padding||this.getStagePadding()):this.matrix),s=Lt(o,e);return{x:(1+s.x)*this.width/2,y:(1-s.y)*this.height/2}}},{key:"viewportToFramedGraph",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=!!r.cameraState||!!r.viewportDimensions||!!r.graphDimensions||!!r.padding,o=r.matrix||(i?Ke(r.cameraState||this.camera.getState(),r.viewportDimensions||this.getDimensions(),r.graphDimensions||this.getGraphDimensions(),r.padding||this.getStagePadding(),!0):this.invMatrix),s=Lt(o,{x:e.x/this.width*2-1,y:1-e.y/this.height*2});return isNaN(s.x)&&(s.x=0),isNaN(s.y)&&(s.y=0),s}},{key:"viewportToGraph",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.normalizationFunction.inverse(this.viewportToFramedGraph(e,r))}},{key:"graphToViewport",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.framedGraphToViewport(this.normalizationFunction(e),r)}},{key:"graphToFramedGraph",value:function(e){return this.normalizationFunction(e)}},{key:"framedGraphToGraph",value:function(e){return this.normalizationFunction.inverse(e)}},{key:"getGraphToViewportRatio",value:function(){var e={x:0,y:0},r={x:1,y:1},i=Math.sqrt(Math.pow(e.x-r.x,2)+Math.pow(e.y-r.y,2)),o=this.graphToViewport(e),s=this.graphToViewport(r),l=Math.sqrt(Math.pow(o.x-s.x,2)+Math.pow(o.y-s.y,2));return l/i}},{key:"computeNodeExtent",value:function(){var e=this.nodeGraphCoords,r=Object.keys(e);if(!r.length)return{x:[0,1],y:[0,1]};for(var i=1/0,o=-1/0,s=1/0,l=-1/0,d=0,u=r.length;d<u;d++){var c=e[r[d]],f=c.x,h=c.y;f<i&&(i=f),f>o&&(o=f),h<s&&(s=h),h>l&&(l=h)}return{x:[i,o],y:[s,l]}}},{key:"getBBox",value:function(){return this.nodeExtent}},{key:"getCustomBBox",value:function(){return this.customBBox}},{key:"setCustomBBox",value:function(e){return this.customBBox=e,this.scheduleRender(),this}},{key:"kill",value:function(){var e,r,i,o,s;this.emit("kill"),this.removeAllListeners(),this.camera.cancelAnimation(),this.unbindCameraHandlers(),window.removeEventListener("resize",this.activeListeners.handleResize),this.mouseCaptor.kill(),this.touchCaptor.kill(),this.internals.hoverResolver.kill(),this.unbindGraphHandlers(),this.clearIndices(),this.clearState(),this.internals.nodeDataCache={},this.internals.edgeDataCache={},this.renderFrame&&(cancelAnimationFrame(this.renderFrame),this.renderFrame=null);for(var l=this.container;l.firstChild;)l.removeChild(l.firstChild);this.nodeProgram.kill(),this.nodeFramePass.kill(),this.edgeProgram.kill(),this.edgeFramePass.kill(),this.internals.labelProgram.kill(),(e=this.internals.edgeLabelProgram)===null||e===void 0||e.kill(),(r=this.internals.edgeLabelBackgroundProgram)===null||r===void 0||r.kill(),this.internals.backdropProgram.kill(),this.internals.labelBackgroundProgram.kill(),(i=this.internals.attachmentProgram)===null||i===void 0||i.kill(),(o=this.internals.attachmentManager)===null||o===void 0||o.kill(),this.internals.attachmentProgram=null,this.internals.attachmentManager=null;var d=O(this.customLayerPrograms.values()),u;try{for(d.s();!(u=d.n()).done;){var c=u.value.program;c.kill()}}catch(v){d.e(v)}finally{d.f()}if(this.customLayerPrograms.clear(),this.sdfAtlas&&(this.sdfAtlas=null),this.internals.nodeDataTexture&&(this.internals.nodeDataTexture.kill(),this.internals.nodeDataTexture=null),this.internals.nodeFrameTexture&&(this.internals.nodeFrameTexture.kill(),this.internals.nodeFrameTexture=null),this.internals.edgeDataTexture&&(this.internals.edgeDataTexture.kill(),this.internals.edgeDataTexture=null),this.internals.edgeFrameTexture&&(this.internals.edgeFrameTexture.kill(),this.internals.edgeFrameTexture=null),this.webGLContext){var f;(f=this.webGLContext.getExtension("WEBGL_lose_context"))===null||f===void 0||f.loseContext(),this.webGLContext=null}(s=this.gestureHint)===null||s===void 0||s.kill(),this.gestureHint=null,this.mouseLayer.remove();for(var h in this.extraElements)this.extraElements[h].remove();this.extraElements={}}},{key:"scaleSize",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:1,r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:this.camera.ratio;return e/this.internals.settings.zoomToSizeRatioFunction(r)*(this.getSetting("itemSizesReference")==="positions"?r*this.graphToViewportRatio:1)}},{key:"getStageCanvas",value:function(){return this.stageCanvas}},{key:"getMouseLayer",value:function(){return this.mouseLayer}}])})(Un),Jo=wh;var Ag=at(St());var Ah="pixels",Dh="butt";function Lh(a){return a===void 0||a===!1?{tail:!1,head:!1}:a===!0?{tail:!0,head:!0}:a==="head"?{tail:!1,head:!0}:{tail:!0,head:!1}}function Ch(a){var n,t;return a===void 0?{tail:0,head:0}:typeof a=="number"?{tail:a,head:a}:{tail:(n=a.tail)!==null&&n!==void 0?n:0,head:(t=a.head)!==null&&t!==void 0?t:0}}function es(a){var n,t,e,r,i,o,s,l=a??{},d=(n=l.dashColor)!==null&&n!==void 0?n:{attribute:"color"},u=(t=l.gapColor)!==null&&t!==void 0?t:0,c={dashSize:(e=l.dashSize)!==null&&e!==void 0?e:{value:10,mode:"pixels"},gapSize:(r=l.gapSize)!==null&&r!==void 0?r:{value:10,mode:"pixels"},dashOffset:(i=l.dashOffset)!==null&&i!==void 0?i:{value:0,mode:"pixels"}},f=(o=l.align)!==null&&o!==void 0?o:.5,h=(s=l.cap)!==null&&s!==void 0?s:Dh,v=Lh(l.solidExtremities),m=Ch(l.solidMargin),b=en(d,"dashColor"),p=[c.dashSize,c.gapSize,c.dashOffset].map(function(R){var F;return((F=R.mode)!==null&&F!==void 0?F:Ah)==="relative"?1:0}),g=[{name:"u_sizeMode",type:"vec3",value:p},{name:"u_align",type:"float",value:f},{name:"u_solidExtremities",type:"vec2",value:[v.tail?1:0,v.head?1:0]},{name:"u_solidMargin",type:"vec2",value:[m.tail,m.head]}],y=X(b.attributes),T=b.needsNodeColors,x;if(typeof u=="number")x="vec4(dashColor.rgb, dashColor.a * ".concat(de(u),")");else{var _=en(u,"gapColor");x=_.glsl,y.push.apply(y,X(_.attributes)),T=T||_.needsNodeColors}var w=!("value"in c.dashSize),E=!("value"in c.gapSize),L=!("value"in c.dashOffset);["dashSize","gapSize","dashOffset"].forEach(function(R){if("value"in c[R])g.push({name:"u_".concat(R),type:"float",value:c[R].value});else{var F;y.push({name:"a_".concat(R),size:1,type:WebGL2RenderingContext.FLOAT,source:c[R].attribute}),g.push({name:"u_".concat(R),type:"float",value:(F=c[R].default)!==null&&F!==void 0?F:0})}});var S=function(F,P){return P?"(v_".concat(F," > 0.0 ? v_").concat(F," : u_").concat(F,")"):"u_".concat(F)},A=`
// Dashed pattern layer with antialiased boundaries
// Uniforms:
//   u_dashSize: size of each dash (or default when using attribute)
//   u_gapSize: size of gaps between dashes (or default when using attribute)
//   u_dashOffset: offset to shift the pattern (or default when using attribute)
//   u_sizeMode: vec3 indicating if values are thickness-relative (x=dash, y=gap, z=offset)
//   u_align: pattern alignment (0=start, 0.5=center, 1=end)
//   u_solidExtremities: vec2(tail, head) - 1.0 means solid, 0.0 means dashed
//   u_solidMargin: vec2(tail, head) - extra solid margin in pixels
`.concat(w?"// Varying: v_dashSize for per-edge dash size":"",`
`).concat(E?"// Varying: v_gapSize for per-edge gap size":"",`
`).concat(L?"// Varying: v_dashOffset for per-edge dash offset":"",`

vec4 layer_dashed(EdgeContext ctx) {
  // Dash color (straight alpha, matching v_color and blendOver)
  vec4 dashColor = `).concat(b.glsl,`;

  // Check for solid zones first (extremities and margins)
  // v_zone: 0=tail extremity, 1=body, 2=head extremity
  // v_tailLengthRatio and v_headLengthRatio give extremity lengths as ratio of thickness

  // Tail solid zone check
  if (u_solidExtremities.x > 0.5 && v_zone < 0.5) {
    // In tail extremity zone and solidExtremities.tail is enabled
    return dashColor;
  }
  // Head solid zone check
  if (u_solidExtremities.y > 0.5 && v_zone > 1.5) {
    // In head extremity zone and solidExtremities.head is enabled
    return dashColor;
  }

  // Compute extremity lengths in world units for margin calculation
  float tailExtremityLength = v_tailLengthRatio * ctx.thickness;
  float headExtremityLength = v_headLengthRatio * ctx.thickness;

  // Convert pixel margins to world units (same formula as thickness conversion)
  float tailMarginWorld = u_solidMargin.x * u_correctionRatio / u_sizeRatio;
  float headMarginWorld = u_solidMargin.y * u_correctionRatio / u_sizeRatio;

  // Tail margin check (margin starts after extremity zone)
  float tailSolidZone = (u_solidExtremities.x > 0.5 ? tailExtremityLength : 0.0) + tailMarginWorld;
  if (ctx.distanceFromSource < tailSolidZone) {
    return dashColor;
  }

  // Head margin check (margin starts before extremity zone)
  float headSolidZone = (u_solidExtremities.y > 0.5 ? headExtremityLength : 0.0) + headMarginWorld;
  if (ctx.distanceToTarget < headSolidZone) {
    return dashColor;
  }

  // Get dash size values (from attribute if available, otherwise uniform)
  float dashSizeValue = `).concat(S("dashSize",w),`;
  float gapSizeValue = `).concat(S("gapSize",E),`;
  float dashOffsetValue = `).concat(S("dashOffset",L),`;

  // Compute actual sizes (either in pixels converted to world units, or relative to thickness)
  float pixelToWorld = u_correctionRatio / u_sizeRatio;
  float dashSize = dashSizeValue * (u_sizeMode.x > 0.5 ? ctx.thickness : pixelToWorld);
  float gapSize = gapSizeValue * (u_sizeMode.y > 0.5 ? ctx.thickness : pixelToWorld);
  float dashOffset = dashOffsetValue * (u_sizeMode.z > 0.5 ? ctx.thickness : pixelToWorld);

  // Early return when no visible dash pattern:
  // - dashSize ≈ 0: no dashes to show, return transparent (let plain layer show through)
  // - gapSize ≈ 0: all dash/no gap, effectively solid, return transparent (let plain layer handle it)
  // Threshold scales with pixelToWorld so it stays ~0.1px regardless of zoom
  float dashThreshold = 0.1 * pixelToWorld;
  if (dashSize < dashThreshold || gapSize < dashThreshold) {
    return vec4(0.0);
  }

  // Pattern length is dash + gap
  float patternLength = dashSize + gapSize;

  // Adjust distances for solid zones (pattern starts after solid zones)
  float adjustedDistFromSource = ctx.distanceFromSource - tailSolidZone;
  float adjustedDistToTarget = ctx.distanceToTarget - headSolidZone;

  // Compute alignment anchor point
  // - align: 0 → anchor at start, pattern begins with a dash
  // - align: 1 → anchor at end, pattern ends with a dash
  // - align: 0.5 → anchor at center, pattern is symmetric
  float dashedLength = adjustedDistFromSource + adjustedDistToTarget;
  float anchorDist = u_align * dashedLength;

  // Position within the repeating pattern
  // By subtracting anchorDist, we ensure the anchor point maps to position 0 in the pattern
  // This avoids the unstable mod(dashedLength, patternLength) operation
  float posInPattern = mod(adjustedDistFromSource - anchorDist + dashOffset, patternLength);

  // Signed longitudinal distance to the nearest dash center, wrapping across
  // pattern repetitions so both dash edges antialias correctly
  float longFromCenter =
    mod(posInPattern - dashSize * 0.5 + patternLength * 0.5, patternLength) - patternLength * 0.5;

  // Compute signed distance field for the dash
  // Positive inside dash, negative inside gap
`).concat(h==="round"?`  // Capsule SDF: round caps carved inside the dash length, so a dash never
  // exceeds dashSize. Dashes shorter than the thickness degenerate to circles
  // (dots) of diameter dashSize.
  // ctx.sdf is 0 at the stroke boundary, so shift it back to centerline distance
  float transverse = ctx.sdf + ctx.thickness * 0.5;
  float capRadius = min(ctx.thickness, dashSize) * 0.5;
  float halfLength = dashSize * 0.5 - capRadius;
  vec2 q = vec2(max(abs(longFromCenter) - halfLength, 0.0), transverse);
  float sdf = capRadius - length(q);`:"  float sdf = dashSize * 0.5 - abs(longFromCenter);",`

  // Apply antialiasing using smoothstep
  // aaWidth is in world units, same as our distance
  float dashAlpha = smoothstep(-ctx.aaWidth, ctx.aaWidth, sdf);

  // Gap color (straight alpha, like the dash color)
  vec4 gapColor = `).concat(x,`;

  // Blend between gap and dash colors
  return mix(gapColor, dashColor, dashAlpha);
}
`);return{name:"dashed",glsl:A,uniforms:g,attributes:y,needsNodeColors:T}}function ts(a){var n=a??{},t=n.lengthRatio,e=t===void 0?5:t,r=n.widthRatio,i=r===void 0?4:r,o=n.margin,s=o===void 0?0:o,l=`
// Arrow SDF: triangle with base at x=0, tip at x=lengthRatio
// uv.x: 0 (base) to lengthRatio (tip), uv.y: [-halfW, +halfW]
// Returns signed distance (negative inside, positive outside)
float extremity_arrow(vec2 uv, float lengthRatio, float widthRatio) {
  float x = uv.x;
  float y = abs(uv.y);
  float halfW = widthRatio * 0.5;

  // Past the tip: euclidean distance to tip point
  if (x > lengthRatio) {
    return length(vec2(x - lengthRatio, y));
  }

  // Back edge: signed distance to x=0 line
  float backDist = -x;

  // Side edge: signed distance to sloped triangle edge
  float clampedX = max(0.0, x);
  float maxY = halfW * (1.0 - clampedX / lengthRatio);
  float sideDist = y - maxY;

  // Convex shape SDF = max of half-plane distances
  return max(backDist, sideDist);
}
`;return{name:"arrow",glsl:l,length:e,widthFactor:i,margin:s,uniforms:[],attributes:[]}}var vt=(a,n,t)=>({name:a,inradiusFactor:n,glsl:`float sdf_${a}(vec2 uv, float size) {
${t}
}`}),ns=`
  float r = size * 0.95;
  p.x = abs(p.x) - r;
  p.y = p.y + r / 1.7320508 - 0.12 * size;
  if (p.x + 1.7320508 * p.y > 0.0) p = vec2(p.x - 1.7320508 * p.y, -1.7320508 * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);`,as=[vt("dot",1,"return length(uv) - size;"),vt("square",.72,`
  vec2 d = abs(uv) - vec2(size * 0.82);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);`),vt("diamond",.7,"return (abs(uv.x) + abs(uv.y) - size) * 0.7071068;"),vt("triangle",.55,`vec2 p = uv;${ns}`),vt("triangleDown",.55,`vec2 p = vec2(uv.x, -uv.y);${ns}`),vt("hexagon",.87,`
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  float r = size * 0.8660254;
  vec2 p = abs(uv);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);`),vt("star",.5,`
  const vec2 k1 = vec2(0.8090170, -0.5877853);
  const vec2 k2 = vec2(-0.8090170, -0.5877853);
  vec2 p = vec2(abs(uv.x), uv.y + 0.04 * size);
  p -= 2.0 * max(dot(k1, p), 0.0) * k1;
  p -= 2.0 * max(dot(k2, p), 0.0) * k2;
  p.x = abs(p.x);
  p.y -= size;
  vec2 ba = 0.45 * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
  float along = clamp(dot(p, ba) / dot(ba, ba), 0.0, size);
  return length(p - ba * along) * sign(p.y * ba.x - p.x * ba.y);`)],rs=a=>({name:"outline",uniforms:[],attributes:[{name:"a_outlineColor",size:4,type:WebGL2RenderingContext.UNSIGNED_BYTE,normalized:!0,source:"border"}],glsl:`
vec4 layer_outline(vec4 v_outlineColor) {
  float wide = ${a.toFixed(2)} * context.pixelToUV;
  float inside = smoothstep(-wide - context.aaWidth, -wide + context.aaWidth, context.sdf);
  return vec4(v_outlineColor.rgb, v_outlineColor.a * inside);
}`});function is(a,n=[],t=0){let e=[],r=(i,o)=>i.left<o.right&&o.left<i.right&&i.top<o.bottom&&o.top<i.bottom;for(let[i,o]of a.entries())!e.some(s=>r(s,o))&&(i<t||!n.some(s=>s.id!==o.id&&r(s,o)))&&e.push(o);return e}function kh(a,n,t){let[e,r]=[t.x-n.x,t.y-n.y],i=e*e+r*r,o=i?Math.min(1,Math.max(0,((a.x-n.x)*e+(a.y-n.y)*r)/i)):0;return Math.hypot(a.x-n.x-o*e,a.y-n.y-o*r)}function os(a,n,t){return n.map(e=>[kh(a,e.from,e.to)-e.width/2,e]).filter(([e])=>e<=t).sort(([e],[r])=>e-r).map(([,e])=>e)}var Ph=6,ss="rgba(0, 0, 0, 0)",ls=120,Fh=5;function ds(){try{return!!document.createElement("canvas").getContext("webgl2")}catch{return!1}}function us(a,{directed:n,still:t,onUnit:e,onLines:r,onNothing:i}){let o=new ae({type:n?"directed":"undirected"}),s={units:[],lines:[]},l={unit:null,line:null},d=new Map,u=new Jo(o,a,{primitives:{nodes:{shapes:as,variables:{border:{type:"color",default:"#17212b"}},layers:[Jt(),rs(1.6)],label:{font:{family:getComputedStyle(a).fontFamily,size:13},margin:4}},edges:{paths:[tn()],extremities:[ts()],variables:{whole:{type:"color",default:ss},dash:{type:"number",default:0},gap:{type:"number",default:0}},layers:[Be({color:{attribute:"whole"}}),es({dashSize:{attribute:"dash",mode:"pixels"},gapSize:{attribute:"gap",mode:"pixels"},solidExtremities:"head"})],defaultHead:n?"arrow":"none"}},styles:{nodes:{x:{attribute:"x"},y:{attribute:"y"},size:{attribute:"size"},color:{attribute:"fill"},border:{attribute:"border"},shape:{attribute:"shape"},label:{attribute:"label"},labelColor:"#17212b",labelBackgroundColor:"rgba(255, 255, 255, 0.82)",labelBackgroundPadding:1,labelPosition:{attribute:"beside"},labelVisibility:(E,L)=>E.named||E.chosen||L.isHovered?"visible":"hidden",depth:(E,L)=>E.chosen||L.isHovered?"topNodes":"nodes",backdropVisibility:(E,L)=>E.chosen||L.isHovered?"visible":"hidden",backdropColor:"#ffffff",backdropShadowColor:"rgba(11, 40, 90, 0.55)",backdropShadowBlur:8,backdropPadding:4,cursor:"pointer"},edges:{size:{attribute:"size"},color:{attribute:"color"},whole:{attribute:"whole"},dash:{attribute:"dash"},gap:{attribute:"gap"},opacity:{attribute:"opacity"},depth:E=>E.chosen?"topEdges":"edges",...n?{head:"arrow"}:{}}},settings:{itemSizesReference:"screen",zoomToSizeRatioFunction:E=>E<1?E**.12:1,enableCameraRotation:!1,enableCameraMouseRotation:!1,allowInvalidContainer:!0,labelRenderedSizeThreshold:0,minEdgeThickness:1.2,stagePadding:46,minCameraRatio:.004,maxCameraRatio:2,zoomDuration:t?0:200,inertiaDuration:t?0:200,doubleClickZoomingDuration:t?0:200}}),c=E=>u.graphToViewport(qe(E));function f(){let E=xt(s.lines);return s.lines.map(L=>({line:L,from:c(L.a),to:c(L.b),width:E(L)}))}let h=E=>os(E,f(),Ph).map(({line:L})=>L);u.on("clickNode",({node:E})=>e(d.get(E))),u.on("clickStage",({event:E})=>{let L=h(E);L.length?r(L):i()});let v=null;u.on("moveBody",({event:E})=>{cancelAnimationFrame(v),v=requestAnimationFrame(()=>a.classList.toggle("over-line",s.lines.length<3e3&&h(E).length>0))});let m=document.createElement("canvas").getContext("2d");m.font=`13px ${getComputedStyle(a).fontFamily}`;let b=null;function p(){let{width:E,height:L}=u.getDimensions(),S=s.units.map(k=>({unit:k,...c(k),r:u.scaleSize(be(k).size)})).filter(({x:k,y:z})=>k>-20&&z>-20&&k<E&&z<L+20).sort((k,z)=>z.r-k.r||(k.unit.id<z.unit.id?-1:1)),A=S.map(({unit:k,x:z,y:G,r:I})=>({id:k.id,left:z-I,right:z+I,top:G-I,bottom:G+I})),R=S.slice(0,4*ls).map(k=>g(k,m.measureText(_t(k.unit)).width)).filter(({left:k,right:z})=>k>-4&&z<E+4),F=new Set(is(R,A,Fh).slice(0,ls).map(({id:k})=>k)),P=o.filterNodes((k,{named:z})=>!!z!==F.has(k));for(let k of P)o.setNodeAttribute(k,"named",F.has(k));P.length&&u.refresh({partialGraph:{nodes:P},skipIndexation:!0})}function g({unit:E,x:L,y:S,r:A},R){return E.group?{id:E.id,left:L-R/2-4,right:L+R/2+4,top:S+A,bottom:S+A+22}:{id:E.id,left:L+A,right:L+A+8+R,top:S-9,bottom:S+9}}let y=()=>{clearTimeout(b),b=setTimeout(p,60)};u.getCamera().on("updated",y),u.on("resize",y);function T(E){s=E,d=new Map(s.units.map(A=>[A.id,A]));let L=xt(s.lines);o.clear();for(let A of s.units){let R=be(A),{x:F,y:P}=qe(A);o.addNode(A.id,{x:F,y:P,...R,label:_t(A),beside:A.group?"below":"right",chosen:A.id===l.unit})}let S=jt(s.lines);for(let A of s.lines){let[R,F]=it[A.standing]??[0,0],P=A.id===l.line,k=Xt(A,P);o.addEdgeWithKey(A.id,A.a.id,A.b.id,{size:L(A)+(P?1.5:0),color:k,whole:F?ss:k,dash:R,gap:F,chosen:P,opacity:P?1:S})}u.refresh(),p()}function x(E){let[L,S]=[E.map(R=>R.x),E.map(R=>R.y)];if(!E.length)return;let A=E.length===1?100:0;u.setCustomBBox({x:[Math.min(...L)-A,Math.max(...L)+A],y:[Math.min(...S)-A,Math.max(...S)+A]}),u.refresh()}function _(E){if(!E.length)return;let L=E.map(N=>u.graphToFramedGraph(qe(N))),[S,A]=[L.map(({x:N})=>N),L.map(({y:N})=>N)],[R,F,P,k]=[Math.min(...S),Math.max(...S),Math.min(...A),Math.max(...A)],{width:z,height:G}=u.getDimensions(),I=(k-P)*Math.max(1,z/G),C=Math.min(1.05,Math.max(.03,Math.max(F-R,I)*1.25));w({x:(R+F)/2,y:(P+k)/2,ratio:C})}function w(E){t?u.getCamera().setState(E):u.getCamera().animate(E,{duration:350})}return{show:T,bound:x,look:_,choose(E){let L=l;l={unit:null,line:null,...E},(L.unit!==l.unit||L.line!==l.line)&&T(s)},zoom:E=>w({ratio:Math.min(2,Math.max(.004,u.getCamera().getState().ratio/E))}),fit:()=>w({x:.5,y:.5,ratio:1}),seen(){let{width:E,height:L}=u.getDimensions(),S=xt(s.lines),A=u.getNodeDisplayedLabels();return{width:E,height:L,opacity:jt(s.lines),units:s.units.map(R=>({...be(R),...c(R),r:u.scaleSize(be(R).size)})),lines:s.lines.map(R=>({from:c(R.a),to:{...c(R.b),r:u.scaleSize(be(R.b).size)},width:S(R),colour:Xt(R,!1),standing:R.standing,arrow:n})),names:s.units.filter(({id:R})=>A.has(R)).map(R=>{let{x:F,y:P}=c(R);return{x:F+u.scaleSize(be(R).size)+5,y:P,text:_t(R)}})}},where:E=>c(d.get(E)),middle(E){let L=s.lines.find(R=>R.id===E),[S,A]=[c(L.a),c(L.b)];return{x:(S.x+A.x)/2,y:(S.y+A.y)/2}},kill:()=>u.kill()}}var Ih="#17212b",ue=a=>String(Math.round(a*100)/100),fs=a=>String(a).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"").replace(/[&<>"]/g,n=>({"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"})[n]);function cs({shape:a,x:n,y:t,r:e,fill:r,border:i}){let o=`fill="${r}" stroke="${i}" stroke-width="1.5" stroke-linejoin="round"`,s=yn(a,n,t,e);return s?`<polygon points="${s.map(l=>l.map(ue).join(",")).join(" ")}" ${o}/>`:`<circle cx="${ue(n)}" cy="${ue(t)}" r="${ue(e)}" ${o}/>`}function hs({from:a,to:n,width:t,colour:e,standing:r,arrow:i}){let o=it[r]?` stroke-dasharray="${it[r].join(" ")}"`:"",s=`<path d="M${ue(a.x)} ${ue(a.y)}L${ue(n.x)} ${ue(n.y)}" stroke="${e}" stroke-width="${ue(t)}"${o}/>`;if(!i)return s;let l=Math.hypot(n.x-a.x,n.y-a.y)||1,[d,u]=[(n.x-a.x)/l,(n.y-a.y)/l],[c,f]=[n.x-d*(n.r??0),n.y-u*(n.r??0)],h=5+1.5*t,v=[[c,f],[c-d*h-u*h*.45,f-u*h+d*h*.45],[c-d*h+u*h*.45,f-u*h-d*h*.45]];return`${s}<polygon points="${v.map(m=>m.map(ue).join(",")).join(" ")}" fill="${e}" stroke="none"/>`}var da=(a,n,t,e="")=>`<text x="${ue(a)}" y="${ue(n)}" dominant-baseline="central" ${e}>${fs(t)}</text>`;function ua({width:a,height:n,title:t,notes:e,legend:r,units:i,lines:o,names:s,opacity:l=1,measure:d=u=>u.length*7}){let c=[],[f,h]=[14,48+n+22];for(let{label:m,swatch:b,standing:p}of r){let g=46+d(m);f>14&&f+g>a&&([f,h]=[14,h+24]),c.push(b?cs({...b,x:f+10,y:h,r:7}):hs({from:{x:f,y:h},to:{x:f+24,y:h},width:2,colour:"#46515e",standing:p})),c.push(da(f+(b?24:30),h,m)),f+=g}let v=h+26+18*e.length;return[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ue(a)} ${ue(v)}" width="${ue(a)}" height="${ue(v)}" font-family="'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif" font-size="13" fill="${Ih}">`,`<title>${fs(t)}</title>`,`<rect width="${ue(a)}" height="${ue(v)}" fill="#ffffff"/>`,da(14,24,t,'font-size="18" font-weight="600"'),`<svg y="48" width="${ue(a)}" height="${ue(n)}" overflow="hidden">`,`<g fill="none" stroke-opacity="${l}" fill-opacity="${l}">${o.map(hs).join("")}</g>`,i.map(cs).join(""),`<g stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${s.map(({x:m,y:b,text:p})=>da(m,b,p)).join("")}</g>`,"</svg>",...c,...e.map((m,b)=>da(14,h+26+18*b,m,'font-size="12" fill="#4d5a67"')),"</svg>",""].join(`
`)}var[gs,pr,ca]=[1e3,620,40],Nh=24;function ps(a,n,{words:t,data:e,title:r}){let i=M("img",{class:"still",alt:t.stage});n.remove(),a.before(M("p",{class:"wrong"},t.noWebgl)),a.prepend(i);function o({units:s,lines:l}){let d=s.map(qe),[u,c]=[d.map(({x:g})=>g),d.map(({y:g})=>g)],[f,h]=[Math.min(...u),Math.min(...c)],v=Math.min((gs-2*ca)/(Math.max(...u)-f||1),(pr-2*ca)/(Math.max(...c)-h||1),2),m=g=>({x:ca+(qe(g).x-f)*v,y:pr-ca-(qe(g).y-h)*v}),b=xt(l),p=[...s].sort((g,y)=>y.members.size-g.members.size||y.lines-g.lines).slice(0,Nh);return{width:gs,height:pr,opacity:jt(l),units:s.map(g=>({...be(g),...m(g),r:be(g).size})),lines:l.map(g=>({from:m(g.a),to:{...m(g.b),r:be(g.b).size},width:b(g),colour:Xt(g,!1),standing:g.standing,arrow:e.directed})),names:p.map(g=>({...m(g),x:m(g).x+be(g).size+4,text:_t(g)}))}}return{seen:o,show(s,l){i.hidden=!s.units.length,s.units.length&&(i.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(ua({...l(),title:r,notes:[]}))}`)}}}var vr=3;function vs(a,n,{words:t,lang:e,data:r,go:i,toggle:o}){let s=g=>g.group?g.group[e]:g.node.label,l=g=>g.length>vr?`${g.slice(0,vr).join(" ; ")} ; ${ie(t.more,{n:ye(g.length-vr,e)})}`:g.join(" ; "),[d,u]=r.directed?[t.from,t.to]:[t.oneActor,t.otherActor];function c(g,y){let T=g.links.flatMap(S=>S.ties.map(({tie:A})=>A)),x=[...new Set(T.map(({arrangement:S})=>S.label))],_=[...new Set(T.map(S=>S[e]))],w=S=>i({link:g.id,node:null},S.currentTarget),E=ie(t.readLink,{a:s(g.a),b:s(g.b)}),L=ot(g)?t.read:t.see;return M("tr",{"data-line":g.id},M("th",{scope:"row"},s(g.a)),M("td",{"data-head":u},s(g.b)),M("td",{"data-head":t.through},ot(g)?l(x):`${le(t.linksWord,g.links.length,e)}, ${le(t.throughWord,x.length,e)}`),M("td",{"data-head":t.colPeriod},ot(g)?l(_):""),M("td",{"data-head":t.colState,class:"state"},bt(g.standing)," ",y(g.standing)),M("td",{"data-head":t.colWeight,class:"number"},ye(g.weight,e)),M("td",{},re(L,w,{class:"inline","aria-label":`${L} : ${E}`})))}function f(g){let y=g.group?()=>o(g.group):T=>i({node:g.id,link:null},T.currentTarget);return M("tr",{},M("th",{scope:"row"},s(g)),M("td",{"data-head":t.colKind},g.group?le(r.twoModes?t.thingsWord:t.actorsWord,g.members.size,e):g.node.kind[e]),M("td",{"data-head":t.colLinks,class:"number"},ye(g.lines,e)),M("td",{},re(g.group?t.openGroup:t.see,y,{class:"inline","aria-label":`${g.group?t.openGroup:t.see} : ${s(g)}`})))}let h=g=>M("thead",{},M("tr",{},g.map(([y,T])=>M("th",{scope:"col",class:T??null},y)))),v=M("tbody"),m=M("tbody"),b=M("summary");a.replaceChildren(M("table",{class:"cards",id:"lines"},M("caption",{},t.captionLines),h([[d],[u],[t.through],[t.colPeriod],[t.colState],[t.colWeight,"number"],[t.colRead]]),v));let p=M("details",{class:"units"},b,M("div",{class:"scroll",tabindex:"0",role:"region","aria-label":t.captionUnits},M("table",{class:"cards",id:"units"},M("caption",{},t.captionUnits),h([[t.colName],[t.colKind],[t.colLinks,"number"],[t.colRead]]),m)));a.after(p);for(let[g,y]of[["tabindex","0"],["role","region"],["aria-label",t.captionLines]])a.setAttribute(g,y);return function({lines:y,units:T},x){let _=[...y].sort((w,E)=>E.weight-w.weight||s(w.a).localeCompare(s(E.a),e));v.replaceChildren(..._.map(w=>c(w,x))),m.replaceChildren(...[...T].sort((w,E)=>+!w.group-+!E.group||E.members.size-w.members.size||s(w).localeCompare(s(E),e)).map(f)),b.textContent=ie(t.unitsTitle,{n:ye(T.length,e)}),n.firstChild.textContent=`${le(t.linesWord,y.length,e)}. `}}var ha=64;function ms(a,{words:n,lang:t,data:e,go:r}){let i=va(e.links.flatMap(({ties:f})=>f));if(i.length<2)return()=>{};let[o,s]=[i[0],i.at(-1)],l=Ee("svg",{class:"histogram",viewBox:`0 0 ${i.length*10} ${ha}`,preserveAspectRatio:"none","aria-hidden":"true"}),d=M("input",{id:"year",type:"range",min:o,max:s,step:1,on:{input:()=>r({at:d.value},null,!0),change:()=>r({at:d.value})}}),u=M("output",{for:"year"}),c=re(n.allYears,()=>r({at:""}),{class:"plain all"});return a.append(M("div",{class:"year-head"},M("label",{for:"year"},n.year),u,c),M("div",{class:"year-scale"},l,d,M("div",{class:"ends","aria-hidden":"true"},M("span",{},String(o)),M("span",{},String(s)))),M("p",{class:"note"},n.yearsHint)),function(h,v){let m=Rr(h,i),b=Math.max(1,...m.map(y=>me.reduce((T,x)=>T+y[x],0))),p=v.at?Number(v.at.slice(0,4)):null;l.replaceChildren(...m.flatMap((y,T)=>{let x=ha,_=ie(n.bar,{year:y.year,...Object.fromEntries(me.map(E=>[E,ye(y[E],t)]))}),w=me.map(E=>{let L=y[E]/b*(ha-2);return x-=L,Ee("rect",{class:E,x:T*10+1,y:x,width:8,height:L})});return Ee("g",{class:y.year===p?"now":null,on:{click:()=>r({at:String(y.year)})}},Ee("title",{},_),Ee("rect",{class:"column",x:T*10,y:0,width:10,height:ha}),...w)})),d.value=p??s,d.classList.toggle("unset",p===null);let g=m.find(y=>y.year===p);u.textContent=v.at?v.at:n.allYearsNow,d.setAttribute("aria-valuetext",g?ie(n.bar,{year:p,...Object.fromEntries(me.map(y=>[y,ye(g[y],t)]))}):n.allYearsNow),c.disabled=!v.at}}var Ue=a=>String(a).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"").replace(/[&<>"]/g,n=>({"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"})[n]),zh=a=>/[",\r\n]/.test(String(a))?`"${String(a).replaceAll('"','""')}"`:String(a),bs=`<?xml version="1.0" encoding="UTF-8"?>
`;function br({data:a,links:n,weighed:t,lang:e}){return n.map(({link:r,ties:i,standing:o,inferred:s})=>({source:r.source,target:r.target,weight:t.get(r),standing:o,certainty:s?"inferred":"explicit",through:[...new Set(i.map(({tie:l})=>l.arrangement.label))].join("; "),periods:[...new Set(i.map(({tie:l})=>l[e]))].join("; "),type:a.directed?"Directed":"Undirected"}))}function ys({links:a}){return[...new Set(a.flatMap(({link:n})=>[n.source,n.target]))].sort((n,t)=>n.index-t.index)}function xs(a){let n=["source","target","weight","source_label","target_label","type","standing","certainty","arrangements","periods"],t=r=>Me(r.id,a.data.base),e=br(a).map(r=>[t(r.source),t(r.target),r.weight,r.source.label,r.target.label,r.type,r.standing,r.certainty,r.through,r.periods]);return[n,...e].map(r=>`${r.map(zh).join(",")}
`).join("")}function _s(a){let{data:n,lang:t}=a,e=ys(a).map(o=>[`<node id="${o.index}" label="${Ue(o.label)}">`,`<attvalues><attvalue for="iri" value="${Ue(Me(o.id,n.base))}"/><attvalue for="kind" value="${Ue(o.kind[t])}"/></attvalues>`,`<viz:color r="${mr(o,1)}" g="${mr(o,3)}" b="${mr(o,5)}"/><viz:position x="${o.x}" y="${o.y}" z="0"/>`,"</node>"].join("")),r=br(a).map((o,s)=>[`<edge id="${s}" source="${o.source.index}" target="${o.target.index}" weight="${o.weight}">`,`<attvalues>${["standing","certainty","through","periods"].map(l=>`<attvalue for="${l}" value="${Ue(o[l])}"/>`).join("")}</attvalues>`,"</edge>"].join("")),i=o=>`<attribute id="${o}" title="${o}" type="string"/>`;return[`${bs}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,`<meta><creator>${Ue(n.version)}</creator><description>${Ue(a.told)}</description></meta>`,`<graph defaultedgetype="${n.directed?"directed":"undirected"}">`,`<attributes class="node">${["iri","kind"].map(i).join("")}</attributes>`,`<attributes class="edge">${["standing","certainty","through","periods"].map(i).join("")}</attributes>`,`<nodes>
${e.join(`
`)}
</nodes>`,`<edges>
${r.join(`
`)}
</edges>`,"</graph>","</gexf>",""].join(`
`)}function Ts(a){let{data:n,lang:t}=a,e=(s,l,d="string")=>`<key id="${s}" for="${l}" attr.name="${s}" attr.type="${d}"/>`,r=(s,l)=>`<data key="${s}">${Ue(l)}</data>`,i=ys(a).map(s=>`<node id="${Ue(s.id)}">${r("label",s.label)}${r("iri",Me(s.id,n.base))}${r("kind",s.kind[t])}${r("x",s.x)}${r("y",s.y)}</node>`),o=br(a).map(s=>`<edge source="${Ue(s.source.id)}" target="${Ue(s.target.id)}">${["weight","standing","certainty","through","periods"].map(l=>r(l,s[l])).join("")}</edge>`);return[`${bs}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,e("description","graph"),...["label","iri","kind"].map(s=>e(s,"node")),e("x","node","double"),e("y","node","double"),e("weight","edge","double"),...["standing","certainty","through","periods"].map(s=>e(s,"edge")),`<graph edgedefault="${n.directed?"directed":"undirected"}">`,r("description",a.told),...i,...o,"</graph>","</graphml>",""].join(`
`)}var mr=({kind:a},n)=>Number.parseInt(a.family.border.slice(n,n+2),16);var Gh={mlg:"https://w3id.org/maillage/def#",prov:"http://www.w3.org/ns/prov#",cv:"http://data.europa.eu/m8g/",modality:"https://w3id.org/maillage/def/modality/",certainty:"https://w3id.org/maillage/def/certainty/",xsd:"http://www.w3.org/2001/XMLSchema#"},Mh="https://w3id.org/maillage/def/";function Es(a,n){let{prefixes:t,select:e,columns:r}=Bh(a.query),i=c=>r.includes(c),o=i("arrangement")?"?arrangement":"?target",s=[...Oh(a),...Ss(a.families,n.kinds,["?source","?target"]),...Ss(a.through,n.through,[o]),...Wh(a,n.roles,i("relation")),...Uh(a,n.themes,o),...$h(n.certainty,i("certainty")),...Hh(n,i)],l=i("arrangement")?"COALESCE(?arrangement, ?claim)":"?target",d=[`SELECT ?source ?target (COUNT(DISTINCT ${l}) AS ?arrangements)`,"WHERE {","  {",...e.split(`
`).map(c=>`    ${c}`),"  }",...s.map(c=>`  ${c}`),"}","GROUP BY ?source ?target",...n.least>1?[`HAVING (COUNT(DISTINCT ${l}) >= ${n.least})`]:[],"ORDER BY STR(?source) STR(?target)"].join(`
`),u={...t};for(let[c,f]of Object.entries(Gh))new RegExp(`\\b${c}:`).test(d)&&(u[c]??=f);return[...Object.entries(u).map(([c,f])=>`PREFIX ${c}: <${f}>`),d,""].join(`
`)}function Bh(a){let n=Object.fromEntries([...a.matchAll(/^PREFIX\s+(\w*):\s*<([^>]*)>\s*$/gim)].map(([,r,i])=>[r,i])),t=a.replace(/^PREFIX\s.*\n/gim,"").replace(/\nORDER BY [^\n]*\s*$/i,"").trim(),e=[...t.slice(0,t.indexOf("{")).matchAll(/\?(\w+)/g)].map(([,r])=>r);return{prefixes:n,select:t,columns:e}}function Oh({around:a,nodes:n,base:t}){if(!a)return[];let e=[...new Set(n.map(({id:r})=>`<${Me(r,t)}>`))].join(" ");return[`VALUES ?source { ${e} }`,`VALUES ?target { ${e} }`]}function Ss(a,n,t){if(!n)return[];let e=a.filter(({key:i,id:o})=>o&&n.has(i)).map(({id:i})=>i),r=a.filter(({key:i,id:o})=>o&&!n.has(i)).map(({id:i})=>i);return t.flatMap((i,o)=>n.has("other")?r.length?[`MINUS { VALUES ?not${o} { ${r.join(" ")} } ${i} a ?not${o} }`]:[]:[`VALUES ?of${i.slice(1)} { ${e.join(" ")} }`,`${i} a ?of${i.slice(1)} .`])}function Wh({roles:a},n,t){if(!n)return[];let e=a.filter(({key:r})=>n.has(r)).map(({id:r})=>`<${r.replace(/^(\w+):/,`${Mh}$1/`)}>`).join(" ");return t?[`VALUES ?relation { ${e} }`]:[`VALUES ?role { ${e} }`,"?claim prov:wasDerivedFrom ?part .","?part cv:hasParticipant ?who ; cv:role ?role ."]}function Uh({themes:a},n,t){return n?[`VALUES ?theme { ${a.filter(({key:r})=>n.has(r)).map(({id:r})=>`<${r}>`).join(" ")} }`,`?about a mlg:Focus ; mlg:inArrangement ${t} ; mlg:theme ?theme ; mlg:modality ?aim .`,"FILTER(?aim != modality:denied)"]:[]}function $h(a,n){if(!a||a.size===2)return[];if(!a.size)return["FILTER(false)"];let t=n?"BOUND(?certainty) && ?certainty = certainty:inferred":"false";return[a.has("inferred")?`FILTER(${t})`:`FILTER(!(${t}))`]}function Hh(a,n){let t=a.at?rt(a.at):null;if(!t&&!a.states)return[];if(!n("from_earliest"))return!a.states||a.states.has("unknown")?[]:["FILTER(false)"];let e=u=>`"${u}"^^xsd:date`,r='(BOUND(?until) && STR(?until) = "..")',i=`((BOUND(?until_latest) || ${r}) && BOUND(?from_earliest))`,o=[],s=i,l=`(BOUND(?from_earliest) || BOUND(?from_latest) || BOUND(?until_earliest) || BOUND(?until_latest) || ${r})`;if(t){let[u,c]=t.map(e);o.push(`FILTER(!(BOUND(?until_latest) && ?until_latest < ${u}))`,`FILTER(!(BOUND(?from_earliest) && ?from_earliest > ${c}))`),s=`(BOUND(?until_earliest) && ?until_earliest >= ${u} && BOUND(?from_latest) && ?from_latest <= ${c})`,l=i}if(!a.states)return o;let d=me.filter(u=>a.states.has(u)).map(u=>({certain:s,possible:`(!${s} && ${l})`,unknown:`(!${s} && !${l})`})[u]);return[...o,`FILTER(${d.join(`
    || `)||"false"})`]}function Rs(a,{words:n,lang:t,data:e,editor:r,title:i,view:o,seen:s,twin:l}){let d=e.name||"network",u=M("textarea",{readonly:!0,rows:12,spellcheck:"false","aria-label":n.sparql}),c=M("a",{class:"button"},n.sparqlOpen),f=M("p",{}),h=M("textarea",{readonly:!0,rows:4,"aria-label":n.cite}),v=M("textarea",{readonly:!0,rows:4,spellcheck:"false","aria-label":n.embed}),m=[];function b(w,E,...L){let S=M("details",{class:"menu","data-tool":w,on:{toggle:()=>S.open&&(m.forEach(A=>A!==S&&(A.open=!1)),E()),keydown:A=>{A.key==="Escape"&&(S.open=!1,S.firstChild.focus())}}},M("summary",{class:"button plain"},n[w]),M("div",{class:"sheet"},L));return m.push(S),S}let p=w=>re(n.copy,async E=>{let L=E.currentTarget;w.select();try{await navigator.clipboard.writeText(w.value)}catch{document.execCommand("copy")}L.textContent=n.copied,setTimeout(()=>L.textContent=n.copy,2e3)},{class:"plain"});function g(w,E,L){let S=URL.createObjectURL(w instanceof Blob?w:new Blob([w],{type:L}));M("a",{href:S,download:`maillage-${d}.${E}`}).click(),setTimeout(()=>URL.revokeObjectURL(S),1e3)}let y=()=>ua({...s(),title:i,notes:[T(),location.href],measure:jh}),T=()=>ie(n.citeText,{title:i,rule:"",version:e.version,dated:ie(n.citeDated,{day:n.day}),address:""}).trim(),x={csv:()=>g(xs(o()),"csv","text/csv"),gexf:()=>g(_s({...o(),told:T()}),"gexf","application/xml"),graphml:()=>g(Ts({...o(),told:T()}),"graphml","application/xml"),svg:()=>g(y(),"svg","image/svg+xml"),png:async()=>g(await Xh(y()),"png")},_=w=>re(w.toUpperCase(),x[w],{class:"plain","data-form":w});a.append(M("a",{href:"#twin",class:"button plain",on:{click:w=>(w.preventDefault(),l.scrollIntoView(),l.focus())}},n.table),b("sparql",()=>{u.value=Es(e,o().state),f.textContent=ie(n.sparqlTitle,{links:le(n.linksWord,o().links.length,t)}),r&&(c.href=`${r}#${new URLSearchParams({query:u.value})}`)},f,M("p",{class:"note"},n.sparqlHint),u,M("p",{class:"acts"},p(u),r?c:null)),b("cite",()=>h.value=ie(n.citeText,{title:i,rule:e.rule[t]?` (${e.rule[t]})`:"",version:e.version,dated:ie(n.citeDated,{day:n.day}),address:location.href}),M("p",{},n.citeTitle),h,M("p",{class:"acts"},p(h))),b("export",()=>{},M("p",{},n.exportTitle),M("p",{class:"acts"},["csv","gexf","graphml"].map(_)),M("p",{},n.exportPicture),M("p",{class:"acts"},["png","svg"].map(_))),b("embed",()=>{let w=new URL(location.href);w.searchParams.set("embed","1"),w.hash="",v.value=`<iframe src="${w.href.replaceAll("&","&amp;")}" title="${i.replaceAll('"',"&quot;")}" width="100%" height="720" loading="lazy"></iframe>`},M("p",{},n.embedTitle),v,M("p",{class:"acts"},p(v))))}var Vh=()=>document.createElement("canvas").getContext("2d");function jh(a){let n=Vh();return n.font="13px sans-serif",n.measureText(a).width}async function Xh(a){let n=new Image;n.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`,await n.decode();let t=M("canvas",{width:n.width*2,height:n.height*2}),e=t.getContext("2d");return e.scale(2,2),e.drawImage(n,0,0),new Promise(r=>t.toBlob(r,"image/png"))}function ws(a,n){let t=new Map,e=new Map,r=(i,o,s)=>(i.get(o)??i.set(o,new Set).get(o)).add(s);for(let{link:i,arrangements:o}of a)for(let s of o)for(let l of[i.source,i.target])r(t,s,l),r(e,l,s);return new Map(a.map(i=>[i.link,qh(i,n,t,e)]))}function qh({link:a,arrangements:n},t,e,r){let i=n.size;if(t==="newman")return[...n].reduce((l,d)=>l+1/(e.get(d).size-1),0);let[o,s]=[r.get(a.source),r.get(a.target)];return t==="jaccard"?i/new Set([...o,...s]).size:t==="cosine"?i/Math.sqrt(o.size*s.size):i}var Xe=document.getElementById("explorer"),yr=document.getElementById("said"),ee=JSON.parse(Xe.dataset.words),Se=document.documentElement.lang,As=document.querySelector("h1").textContent,Yh=matchMedia("(prefers-reduced-motion: reduce)").matches;async function Kh(){yr.textContent=ee.loading;let a=Mr({drawing:Xe.dataset.drawing,links:Xe.dataset.links,parts:Number(Xe.dataset.parts)}),n=Sr(await a.drawing()),t=ya(location.search),e=t.state,r={links:[],units:[],lines:[],weighed:new Map},i=null,o=(C,N="div",B={})=>M(N,{class:C,...B}),s=o("tools","div",{role:"toolbar","aria-label":ee.tools}),l=o("canvas","div",{role:"img","aria-label":ee.stage}),d=o("find"),u=M("div",{class:"views"}),c=M("div",{class:"stage"},l,u),f=M("p",{class:"hint note"},ee.hint),h=o("panel","section",{"aria-label":ee.panel,hidden:!0}),v=o("sieve","section",{"aria-label":ee.filters}),m=o("years","section",{"aria-label":ee.years});Xe.append(s,M("div",{class:"floor"},M("div",{class:"main"},c,m),M("div",{class:"aside"},d,h,f,v))),Xe.hidden=!1,document.body.classList.add("with-drawing");let b=C=>ee[e.at?C:`${C}All`];function p(C,N=null,B=!1){e=C?{...e,...C}:{...ba(),weight:e.weight},N&&(i=N);let W=`${location.pathname}${Dr(e,location.search)}`;W!==`${location.pathname}${location.search}`&&history[B?"replaceState":"pushState"](null,"",W),z(C??{}),N&&E.focus()}function g(C){let N=new Set(e.open);N.has(C.index)?N.delete(C.index):N.add(C.index),p({open:N}),N.has(C.index)&&_?.look(r.units.filter(({node:B})=>B?.group===C)),I()}let y=C=>r.units.find(N=>N.id===C)??r.units.find(({members:N})=>[...N].some(B=>B.id===C)),T=C=>p({node:C.id,link:null}),x=C=>C.length>1?(p({link:null,node:null}),E.lines(C),f.hidden=!0):p({link:C[0].id,node:null}),_=ds()?us(l,{directed:n.directed,still:Yh,onUnit:T,onLines:x,onNothing:()=>p({link:null,node:null})}):null,w=_?null:ps(c,l,{words:ee,data:n,title:As}),E=zr(h,{words:ee,lang:Se,data:n,source:a,thing:Xe.dataset.thing,around:Xe.dataset.around,go:p,back:()=>i?.isConnected?i.focus():document.getElementById("twin").focus()}),L=Cr(v,{words:ee,lang:Se,data:n,go:p,state:()=>e}),S=ms(m,{words:ee,lang:Se,data:n,go:p}),A=document.getElementById("twin"),R=vs(document.getElementById("twin-table"),document.getElementById("twin-note"),{words:ee,lang:Se,data:n,go:p,toggle:g}),F=()=>({..._?.seen()??w.seen(r),legend:P()});Rs(s,{words:ee,lang:Se,data:n,editor:Xe.dataset.sparql,title:As,view:()=>({data:n,lang:Se,state:e,...r}),seen:F,twin:A}),k(d),_&&(u.append(re("+",()=>_.zoom(1.6),{class:"plain","aria-label":ee.zoomIn}),re("−",()=>_.zoom(1/1.6),{class:"plain","aria-label":ee.zoomOut}),re("⤢",()=>_.fit(),{class:"plain","aria-label":ee.fit})),_.bound(n.groups.length?n.groups.flatMap(({x:C,y:N,radius:B})=>[{x:C-B,y:N-B},{x:C+B,y:N+B}]):n.nodes));function P(){let C=n.families.filter(B=>r.units.some(({node:W})=>W?.kind.family===B)).map(B=>({label:B[Se],swatch:B})),N=r.units.find(({group:B})=>B);return[...C,...N?[{label:le(ee.groupsWord,2,Se).replace(/^\S+\s/,""),swatch:be(N)}]:[],...["certain","possible","unknown"].map(B=>({label:b(B),standing:B}))]}function k(C){let N=M("datalist",{id:"names"},n.nodes.map(({label:j,also:ce})=>M("option",{value:j},ce[0]??""))),B=M("input",{id:"find",type:"search",list:"names",placeholder:ee.searchHint,autocomplete:"off",spellcheck:"false"}),W=M("p",{class:"note",role:"status"}),Y=j=>j.normalize("NFD").replace(new RegExp("\\p{M}","gu"),"").toLocaleLowerCase("fr"),V=()=>{let j=Y(B.value.trim());if(W.textContent="",!j)return;let ce=ge=>n.nodes.find(({label:ze,also:Ge})=>[ze,...Ge].some(fa=>ge(Y(fa)))),te=ce(ge=>ge===j)??ce(ge=>ge.startsWith(j))??ce(ge=>ge.includes(j));if(!te||!y(te.id))return void(W.textContent=ee.searchNone);let ke=te.group&&!yt(te.group,e)?new Set([...e.open,te.group.index]):e.open;p({node:te.id,link:null,open:ke},B);let Ne=y(te.id);_?.look(r.units.filter(ge=>ge===Ne||r.lines.some(({a:ze,b:Ge})=>ze===Ne&&Ge===ge||Ge===Ne&&ze===ge)))};B.addEventListener("change",V),B.addEventListener("keydown",j=>j.key==="Enter"&&V()),C.append(M("label",{for:"find"},n.twoModes?ee.searchThings:ee.search),B,W)}function z(C){let N=Vt(n,e),B=ws(N,e.weight);r={links:N,weighed:B,...Nr(n,N,B,e)};let W=document.getElementById("weight");W.value!==e.weight&&(W.value=e.weight),_?.show(r),w?.show(r,F),S(Pr(n,e),e);let Y=Object.fromEntries(["kinds","through","roles","themes","certainty"].map(V=>[V,Ir(n,V in C?N:Vt(n,{...e,[V]:null}),V)]));L({...Y,states:new Map(Object.entries(Fr(Vt(n,{...e,states:null}))))}),R(r,b),G(),I()}function G(){let{links:C,units:N,lines:B}=r,W=new Set(N.flatMap(({members:te})=>[...te])).size,Y=N.filter(({group:te})=>te).length,V=new Set(C.flatMap(({arrangements:te})=>[...te])).size,j={links:le(ee.linksWord,C.length,Se),nodes:le(n.twoModes?ee.thingsWord:ee.actorsWord,W,Se),through:le(ee.throughWord,V,Se),groups:le(ee.groupsWord,Y,Se),lines:le(ee.linesWord,B.length,Se)},ce=t.odd.length?` ${ie(ee.badState,{names:t.odd.join(", ")})}`:"";yr.textContent=(C.length?ie(Y?ee.foldedSummary:ee.summary,j):ee.nothing)+ce}function I(){let C=e.link&&(r.lines.find(({id:W})=>W===e.link)??r.lines.find(({links:W})=>W.some(({link:Y})=>Y.id===e.link))),N=e.link&&r.links.find(({link:W})=>W.id===e.link),B=!e.link&&e.node?y(e.node):null;_?.choose({line:C?.id??null,unit:B?.id??null}),f.hidden=!!(e.link||B),N?E.link(N,b):C?ot(C)?E.link(ot(C),b):E.gathered(C):e.link?E.gone():B?.group&&B.id===e.node?E.group(B,e,g):B?E.node([...B.members].find(({id:W})=>W===e.node),r.links,e,g):E.hide()}document.getElementById("weight").addEventListener("change",C=>p({weight:C.target.value})),addEventListener("popstate",()=>{e=ya(location.search).state,z({})}),z({}),document.documentElement.dataset.ready="true"}Kh().catch(a=>{yr.textContent=ie(ee.failed,{why:a.message}),document.documentElement.dataset.ready="failed"});})();

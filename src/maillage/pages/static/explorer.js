(()=>{var Fs=Object.create;var Sr=Object.defineProperty;var Is=Object.getOwnPropertyDescriptor;var Ns=Object.getOwnPropertyNames;var zs=Object.getPrototypeOf,Gs=Object.prototype.hasOwnProperty;var Er=(a,n)=>()=>{try{return n||a((n={exports:{}}).exports,n),n.exports}catch(t){throw n=0,t}};var Ms=(a,n,t,e)=>{if(n&&typeof n=="object"||typeof n=="function")for(let r of Ns(n))!Gs.call(a,r)&&r!==t&&Sr(a,r,{get:()=>n[r],enumerable:!(e=Is(n,r))||e.enumerable});return a};var at=(a,n,t)=>(t=a!=null?Fs(zs(a)):{},Ms(n||!a||!a.__esModule?Sr(t,"default",{value:a,enumerable:!0}):t,a));var Rt=Er((Af,Sa)=>{"use strict";var Et=typeof Reflect=="object"?Reflect:null,Wr=Et&&typeof Et.apply=="function"?Et.apply:function(n,t,e){return Function.prototype.apply.call(n,t,e)},Sn;Et&&typeof Et.ownKeys=="function"?Sn=Et.ownKeys:Object.getOwnPropertySymbols?Sn=function(n){return Object.getOwnPropertyNames(n).concat(Object.getOwnPropertySymbols(n))}:Sn=function(n){return Object.getOwnPropertyNames(n)};function Xs(a){console&&console.warn&&console.warn(a)}var $r=Number.isNaN||function(n){return n!==n};function te(){te.init.call(this)}Sa.exports=te;Sa.exports.once=Zs;te.EventEmitter=te;te.prototype._events=void 0;te.prototype._eventsCount=0;te.prototype._maxListeners=void 0;var Ur=10;function En(a){if(typeof a!="function")throw new TypeError('The "listener" argument must be of type Function. Received type '+typeof a)}Object.defineProperty(te,"defaultMaxListeners",{enumerable:!0,get:function(){return Ur},set:function(a){if(typeof a!="number"||a<0||$r(a))throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received '+a+".");Ur=a}});te.init=function(){(this._events===void 0||this._events===Object.getPrototypeOf(this)._events)&&(this._events=Object.create(null),this._eventsCount=0),this._maxListeners=this._maxListeners||void 0};te.prototype.setMaxListeners=function(n){if(typeof n!="number"||n<0||$r(n))throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received '+n+".");return this._maxListeners=n,this};function Hr(a){return a._maxListeners===void 0?te.defaultMaxListeners:a._maxListeners}te.prototype.getMaxListeners=function(){return Hr(this)};te.prototype.emit=function(n){for(var t=[],e=1;e<arguments.length;e++)t.push(arguments[e]);var r=n==="error",i=this._events;if(i!==void 0)r=r&&i.error===void 0;else if(!r)return!1;if(r){var o;if(t.length>0&&(o=t[0]),o instanceof Error)throw o;var s=new Error("Unhandled error."+(o?" ("+o.message+")":""));throw s.context=o,s}var l=i[n];if(l===void 0)return!1;if(typeof l=="function")Wr(l,this,t);else for(var u=l.length,d=Yr(l,u),e=0;e<u;++e)Wr(d[e],this,t);return!0};function Vr(a,n,t,e){var r,i,o;if(En(t),i=a._events,i===void 0?(i=a._events=Object.create(null),a._eventsCount=0):(i.newListener!==void 0&&(a.emit("newListener",n,t.listener?t.listener:t),i=a._events),o=i[n]),o===void 0)o=i[n]=t,++a._eventsCount;else if(typeof o=="function"?o=i[n]=e?[t,o]:[o,t]:e?o.unshift(t):o.push(t),r=Hr(a),r>0&&o.length>r&&!o.warned){o.warned=!0;var s=new Error("Possible EventEmitter memory leak detected. "+o.length+" "+String(n)+" listeners added. Use emitter.setMaxListeners() to increase limit");s.name="MaxListenersExceededWarning",s.emitter=a,s.type=n,s.count=o.length,Xs(s)}return a}te.prototype.addListener=function(n,t){return Vr(this,n,t,!1)};te.prototype.on=te.prototype.addListener;te.prototype.prependListener=function(n,t){return Vr(this,n,t,!0)};function qs(){if(!this.fired)return this.target.removeListener(this.type,this.wrapFn),this.fired=!0,arguments.length===0?this.listener.call(this.target):this.listener.apply(this.target,arguments)}function jr(a,n,t){var e={fired:!1,wrapFn:void 0,target:a,type:n,listener:t},r=qs.bind(e);return r.listener=t,e.wrapFn=r,r}te.prototype.once=function(n,t){return En(t),this.on(n,jr(this,n,t)),this};te.prototype.prependOnceListener=function(n,t){return En(t),this.prependListener(n,jr(this,n,t)),this};te.prototype.removeListener=function(n,t){var e,r,i,o,s;if(En(t),r=this._events,r===void 0)return this;if(e=r[n],e===void 0)return this;if(e===t||e.listener===t)--this._eventsCount===0?this._events=Object.create(null):(delete r[n],r.removeListener&&this.emit("removeListener",n,e.listener||t));else if(typeof e!="function"){for(i=-1,o=e.length-1;o>=0;o--)if(e[o]===t||e[o].listener===t){s=e[o].listener,i=o;break}if(i<0)return this;i===0?e.shift():Ys(e,i),e.length===1&&(r[n]=e[0]),r.removeListener!==void 0&&this.emit("removeListener",n,s||t)}return this};te.prototype.off=te.prototype.removeListener;te.prototype.removeAllListeners=function(n){var t,e,r;if(e=this._events,e===void 0)return this;if(e.removeListener===void 0)return arguments.length===0?(this._events=Object.create(null),this._eventsCount=0):e[n]!==void 0&&(--this._eventsCount===0?this._events=Object.create(null):delete e[n]),this;if(arguments.length===0){var i=Object.keys(e),o;for(r=0;r<i.length;++r)o=i[r],o!=="removeListener"&&this.removeAllListeners(o);return this.removeAllListeners("removeListener"),this._events=Object.create(null),this._eventsCount=0,this}if(t=e[n],typeof t=="function")this.removeListener(n,t);else if(t!==void 0)for(r=t.length-1;r>=0;r--)this.removeListener(n,t[r]);return this};function Xr(a,n,t){var e=a._events;if(e===void 0)return[];var r=e[n];return r===void 0?[]:typeof r=="function"?t?[r.listener||r]:[r]:t?Ks(r):Yr(r,r.length)}te.prototype.listeners=function(n){return Xr(this,n,!0)};te.prototype.rawListeners=function(n){return Xr(this,n,!1)};te.listenerCount=function(a,n){return typeof a.listenerCount=="function"?a.listenerCount(n):qr.call(a,n)};te.prototype.listenerCount=qr;function qr(a){var n=this._events;if(n!==void 0){var t=n[a];if(typeof t=="function")return 1;if(t!==void 0)return t.length}return 0}te.prototype.eventNames=function(){return this._eventsCount>0?Sn(this._events):[]};function Yr(a,n){for(var t=new Array(n),e=0;e<n;++e)t[e]=a[e];return t}function Ys(a,n){for(;n+1<a.length;n++)a[n]=a[n+1];a.pop()}function Ks(a){for(var n=new Array(a.length),t=0;t<n.length;++t)n[t]=a[t].listener||a[t];return n}function Zs(a,n){return new Promise(function(t,e){function r(o){a.removeListener(n,i),e(o)}function i(){typeof a.removeListener=="function"&&a.removeListener("error",r),t([].slice.call(arguments))}Kr(a,n,i,{once:!0}),n!=="error"&&Qs(a,r,{once:!0})})}function Qs(a,n,t){typeof a.on=="function"&&Kr(a,"error",n,t)}function Kr(a,n,t,e){if(typeof a.on=="function")e.once?a.once(n,t):a.on(n,t);else if(typeof a.addEventListener=="function")a.addEventListener(n,function r(i){e.once&&a.removeEventListener(n,r),t(i)});else throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type '+typeof a)}});var ja=Er((Wf,Bi)=>{Bi.exports=function(n){return n!==null&&typeof n=="object"&&typeof n.addUndirectedEdgeWithKey=="function"&&typeof n.dropNode=="function"&&typeof n.multi=="boolean"}});var va=([a,n,t])=>({id:a,fr:n,en:t});function Rr(a){if(a?.format!==1)throw new Error(`format ${a?.format}`);let n=a.families.map(([x,S,A,E,L,T,w],R)=>({index:R,id:x,key:yn(x),fr:S,en:A,shape:E,fill:L,border:T,actor:w})),t=a.kinds.map(([x,S,A,E])=>({id:x,fr:S,en:A,family:n[E]})),e=a.through.map((x,S)=>({index:S,...va(x),key:yn(x[0])})),r=a.roles.map(x=>({...va(x),key:yn(x[0])})),i=a.themes.map(x=>({...va(x),key:yn(x[0])})),o=a.arrangements.map(([x,S,A,E])=>({id:x,label:S,family:e[A],themes:E.map(L=>i[L])})),s=a.periods.map(([x,S,A,E,L,T,w])=>({begins:x,begun:S,ends:A,ended:E,open:!!L,fr:T,en:w})),l=a.rolesets.map(x=>x.map(S=>r[S])),u=a.groups.map(([x,S,A,E,L],T)=>({index:T,x,y:-S,radius:A,size:E,...Bs(L,E-1)})),d=a.nodes.map(([x,S,A,E,L,T,w,R],P)=>({index:P,id:x,label:S,kind:t[A],x:E,y:-L,group:u[T]??null,also:w,place:a.territories[R]??null})),c=a.links.map(([x,S,...A],E)=>({index:E,source:d[x],target:d[S],id:`${d[x].id}~${d[S].id}`,ties:A.map(([L,T,w,R])=>({arrangement:o[L],...s[T],roles:l[w],inferred:!!(R&1),planned:!!(R&2)}))})),{name:f,title:h,directed:p,twoModes:m,rule:b,version:v,query:g,around:y,base:_}=a;return{name:f,title:h,directed:p,twoModes:m,rule:b,version:v,query:g,around:y,base:_,families:n,kinds:t,through:e,roles:r,themes:i,arrangements:o,groups:u,nodes:d,links:c}}function Bs(a,n){return n?{fr:`${a} et ${n} autre${n>1?"s":""}`,en:`${a} and ${n} more`,brief:`${a} +${n}`}:{fr:a,en:a,brief:a}}function yn(a){return a?/[^#/:]*$/.exec(a)[0]:"other"}function ze(a,n){let t=a.replace(/#arrangement$/,"");return/^[a-z]+:/.test(t)?t:n+t}var Os="http://www.w3.org/2000/svg";function wr(a,{on:n={},...t},e){for(let[r,i]of Object.entries(t))i===!0?a.setAttribute(r,""):i!==!1&&i!==null&&i!==void 0&&a.setAttribute(r,i);for(let[r,i]of Object.entries(n))a.addEventListener(r,i);return a.append(...e.flat().filter(r=>r!=null&&r!==!1)),a}var G=(a,n={},...t)=>wr(document.createElement(a),n,t),we=(a,n={},...t)=>wr(document.createElementNS(Os,a),n,t);function re(a,n,t={}){return G("button",{type:"button",...t,on:{click:n}},a)}var ye=["certain","possible","unknown"];function rt(a){let n=/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(a??"");if(!n)return null;let[,t,e=null,r=null]=n,i=new Date(Date.UTC(2e3,0,1));if(i.setUTCFullYear(Number(t),e?Number(e):12,0),e&&(e<"01"||e>"12")||r&&(r<"01"||Number(r)>i.getUTCDate()))return null;let o=r??String(i.getUTCDate()).padStart(2,"0");return[`${t}-${e??"01"}-${r??"01"}`,`${t}-${e??"12"}-${o}`]}function ma(a,n){let{begins:t,begun:e,ends:r,ended:i,open:o}=a;if(!n)return t&&(i||o)?"certain":t||e||r||i||o?"possible":"unknown";let[s,l]=n;return i&&i<s||t&&t>l?null:r&&r>=s&&e&&e<=l?"certain":(i||o)&&t?"possible":"unknown"}function xn(a,n){return!a||!n?a??n:ye.indexOf(a)<=ye.indexOf(n)?a:n}function ba(a,n=80){let t=1/0,e=-1/0;for(let{begins:r,begun:i,ends:o,ended:s}of a)for(let l of[r,i,o,s]){if(!l)continue;let u=Number(l.slice(0,4));t=Math.min(t,u),e=Math.max(e,u)}return t>e?[]:Array.from({length:Math.min(e-t+1,n)},(r,i)=>Math.max(t,e-n+1)+i)}function Ar(a,n=ba(a)){return n.map(t=>{let e=rt(String(t)),r={year:t,certain:0,possible:0,unknown:0};for(let i of a){let o=ma(i,e);o&&(r[o]+=1)}return r})}var ya=(a,n,t,e,r=0)=>Array.from({length:a},(i,o)=>{let s=r+o*2*Math.PI/a;return[n+e(o)*Math.sin(s),t-e(o)*Math.cos(s)]});function Dr(a,n,t,e){let r=1.15*t,i=n+e*.275*r,o=r/Math.sqrt(3),s=r*Math.sqrt(3)-o;return[[a,i-e*s],[a+r,i+e*o],[a-r,i+e*o]]}var Ws={square:(a,n,t)=>[[-1,-1],[1,-1],[1,1],[-1,1]].map(([e,r])=>[a+.86*t*e,n+.86*t*r]),diamond:(a,n,t)=>ya(4,a,n,()=>t),triangle:(a,n,t)=>Dr(a,n,t,1),triangleDown:(a,n,t)=>Dr(a,n,t,-1),star:(a,n,t)=>ya(10,a,n+.082*t,e=>.9*t*(e%2?.5:1.3)),hexagon:(a,n,t)=>ya(6,a,n,()=>t,Math.PI/6)},_n=(a,n,t,e)=>Ws[a]?.(n,t,e)??null,it={certain:null,possible:[9,5],unknown:[2,4]};function yt({shape:a,fill:n,border:t,actor:e}){let r={fill:n,stroke:t,"stroke-width":e===!1?2.2:1.3,"stroke-linejoin":"round"},i=_n(a,10,10,7.5);return we("svg",{class:"glyph",viewBox:"0 0 20 20",width:20,height:20,"aria-hidden":"true"},i?we("polygon",{points:i.map(o=>o.map(s=>s.toFixed(2)).join(",")).join(" "),...r}):we("circle",{cx:10,cy:10,r:7.5,...r}))}function xt(a){return we("svg",{class:"sample",viewBox:"0 0 36 10",width:36,height:10,"aria-hidden":"true"},we("line",{x1:1,y1:5,x2:35,y2:5,stroke:"#46515e","stroke-width":2.4,"stroke-dasharray":it[a]?.join(" ")??null}))}var Us=["count","newman","jaccard","cosine"],Tn=["states","certainty","kinds","through","roles","themes"],Lr={states:ye,certainty:["explicit","inferred"]},$s=["at","weight","least","open","link","node",...Tn];function xa(){return{at:"",weight:"count",least:1,open:new Set,link:null,node:null,...Object.fromEntries(Tn.map(a=>[a,null]))}}function _a(a){let n=new URLSearchParams(a),t=xa(),e=[],r=i=>(n.get(i)??"").trim();r("at")&&(rt(r("at"))?t.at=r("at"):e.push("at")),r("weight")&&(Us.includes(r("weight"))?t.weight=r("weight"):e.push("weight")),r("least")&&(/^[1-9]\d{0,3}$/.test(r("least"))?t.least=Number(r("least")):e.push("least"));for(let i of r("open").split(",").filter(Boolean))/^\d{1,5}$/.test(i)?t.open.add(Number(i)):e.push("open");t.link=r("link")||null,t.node=r("node")||null;for(let i of Tn){if(!n.has(i))continue;let o=r(i).split(",").filter(Boolean),s=Lr[i]?o.filter(l=>Lr[i].includes(l)):o;s.length<o.length&&e.push(i),t[i]=new Set(s)}return{state:t,odd:e}}function Cr(a,n=""){let t=new URLSearchParams(n),e=new URLSearchParams([...t].filter(([i])=>!$s.includes(i)));a.at&&e.set("at",a.at),a.weight!=="count"&&e.set("weight",a.weight),a.least>1&&e.set("least",String(a.least));for(let i of Tn)a[i]&&e.set(i,[...a[i]].sort().join(","));a.open.size&&e.set("open",[...a.open].sort((i,o)=>i-o).join(",")),a.node&&e.set("node",a.node),a.link&&e.set("link",a.link);let r=e.toString().replace(/%(2C|2F|3A|7E)/g,i=>decodeURIComponent(i));return r?`?${r}`:""}function kr(a,n,t,e){let r=new Set(a??e);return t?r.add(n):r.delete(n),e.every(i=>r.has(i))?null:r}var ie=(a,n)=>a.replace(/\{(\w+)\}/g,(t,e)=>n[e]??t);function le(a,n,t){let e=t==="fr"?n<2:n===1;return ie(a[e?0:1],{n:_e(n,t)})}var _e=(a,n)=>new Intl.NumberFormat(n==="fr"?"fr-FR":"en-GB",{maximumFractionDigits:3}).format(a);function Pr(a,{words:n,lang:t,data:e,go:r,state:i}){let o={kinds:e.families.map(m=>({key:m.key,text:m[t],mark:()=>yt(m)})),states:ye.map(m=>({key:m,text:()=>n[i().at?m:`${m}All`],mark:()=>xt(m)})),certainty:[{key:"explicit",text:n.explicit},{key:"inferred",text:n.inferredOne}],through:e.through.map(({key:m,...b})=>({key:m,text:b[t]})),roles:u(e.roles),themes:u(e.themes)},s=Object.fromEntries(Object.entries(o).map(([m,b])=>[m,b.map(({key:v})=>v)])),l={};function u(m){return m.map(({key:b,...v})=>({key:b,text:v[t]})).sort((b,v)=>b.text.localeCompare(v.text,t))}function d(m,{key:b,text:v,mark:g}){let y=G("input",{type:"checkbox",on:{change:()=>r({[m]:kr(i()[m],b,y.checked,s[m])})}}),_=G("span",{class:"text"},typeof v=="function"?v():v),x=G("span",{class:"n"});return l[`${m} ${b}`]={tick:y,count:x,said:_,text:v},G("label",{class:"box"},y,g?g():null,_,x)}function c(m,b,v){let g=o[m];if(g.length<2)return null;let y=g.length>4&&G("p",{class:"both"},re(n.all,()=>r({[m]:null}),{class:"inline","aria-label":`${n.all} : ${b}`})," · ",re(n.none,()=>r({[m]:new Set}),{class:"inline","aria-label":`${n.none} : ${b}`}));return G("details",{open:v,class:"filter"},G("summary",{},b),G("fieldset",{},G("legend",{class:"unseen"},b),y,g.map(_=>d(m,_))))}let f=matchMedia("(min-width: 900px)").matches,h=G("input",{id:"least",type:"number",min:1,max:999,value:1,on:{change:()=>r({least:Math.min(999,Math.max(1,Math.round(Number(h.value))||1))})}}),p=[c("kinds",e.twoModes?n.kindsThings:n.kinds,f),c("states",n.states,f),c("certainty",n.certainty,f),c("through",n.through,!1),c("roles",n.roles,!1),c("themes",n.themes,!1)].filter(Boolean);return a.append(G("h2",{},n.filters),...p,G("p",{class:"field least"},G("label",{for:"least"},n.least),h),re(n.reset,()=>r(null),{class:"plain reset"})),function(b){let v=i();h.value=v.least;for(let[g,y]of Object.entries(s))for(let _ of y){let x=l[`${g} ${_}`];x&&(x.tick.checked=!v[g]||v[g].has(_),x.count.textContent=_e(b[g]?.get(_)??0,t),typeof x.text=="function"&&(x.said.textContent=x.text()))}}}var jt=(a,n)=>!a||a.has(n),Fr=(a,n)=>!a||n.some(({key:t})=>a.has(t));function Hs(a,n){return jt(n.certainty,a.inferred?"inferred":"explicit")&&jt(n.through,a.arrangement.family.key)&&Fr(n.roles,a.roles)&&Fr(n.themes,a.arrangement.themes)}function Xt(a,n){let t=n.at?rt(n.at):null,e=[];for(let r of a.links){if(!jt(n.kinds,r.source.kind.family.key)||!jt(n.kinds,r.target.kind.family.key))continue;let i=[],o=new Set,s=null;for(let l of r.ties){if(!Hs(l,n))continue;let u=ma(l,t);!u||!jt(n.states,u)||(i.push({tie:l,standing:u}),o.add(l.arrangement),s=xn(s,u))}i.length&&o.size>=n.least&&e.push({link:r,ties:i,standing:s,inferred:i.every(({tie:l})=>l.inferred),arrangements:o})}return e}function Ir(a,n){let t={...n,at:"",states:null};return Xt(a,t).flatMap(({ties:e})=>e.map(({tie:r})=>r))}function Nr(a){let n=Object.fromEntries(ye.map(t=>[t,0]));for(let{standing:t}of a)n[t]+=1;return n}function zr(a,n,t){let e=new Map;for(let{link:r,ties:i}of n){let o=new Set;if(t==="kinds")for(let{kind:s}of[r.source,r.target])o.add(s.family.key);for(let{tie:s}of i){if(t==="through"&&o.add(s.arrangement.family.key),t==="roles")for(let{key:l}of s.roles)o.add(l);if(t==="themes")for(let{key:l}of s.arrangement.themes)o.add(l);t==="certainty"&&o.add(s.inferred?"inferred":"explicit")}for(let s of o)e.set(s,(e.get(s)??0)+1)}return e}var Vs=3,_t=(a,n)=>!a||a.size<=Vs||n.open.has(a.index);function Gr(a,n,t,e){let r=new Map,i=s=>{let l=!_t(s.group,e),u=l?`group ${s.group.index}`:s.id;return r.has(u)||r.set(u,{id:u,node:l?null:s,group:l?s.group:null,members:new Set,inner:0,lines:0}),r.get(u).members.add(s),r.get(u)},o=new Map;for(let s of n){let l=i(s.link.source),u=i(s.link.target);if(l===u){l.inner+=1;continue}let[d,c]=a.directed||l.id<u.id?[l,u]:[u,l],f=`${d.id}~${c.id}`,h=o.get(f)??{id:f,a:d,b:c,links:[],weight:0,standing:null,inferred:!0};h.links.push(s),h.weight+=t.get(s.link),h.standing=xn(h.standing,s.standing),h.inferred&&=s.inferred,o.set(f,h)}for(let{a:s,b:l}of o.values())s.lines+=1,l.lines+=1;return{units:[...r.values()],lines:[...o.values()]}}function ot(a){return a.a.node&&a.b.node&&a.links.length===1?a.links[0]:null}var Ta={usual:"#5b6a78",inferred:"#8893a0",chosen:"#0b57d0"},js={shape:"dot",fill:"#e8eff6",border:"#1f4e79"};function xe(a){if(a.group)return{...js,size:Math.min(34,8+1.9*Math.sqrt(a.members.size))};let{shape:n,fill:t,border:e}=a.node.kind.family;return{shape:n,fill:t,border:e,size:Math.min(15,5.5+1.1*Math.sqrt(a.lines))}}function Tt(a){let n=a.map(({weight:r})=>r),[t,e]=[Math.min(...n),Math.max(...n)];return({weight:r})=>e>t?1.4+4.8*Math.sqrt((r-t)/(e-t)):1.8}var qt=a=>a.length>250?.55:1,Yt=(a,n)=>n?Ta.chosen:a.inferred?Ta.inferred:Ta.usual,St=a=>a.group?a.group.brief:a.node.also[0]??a.node.label,Xe=a=>a.group?a.group:a.node;function Mr(a,{words:n,lang:t,data:e,source:r,thing:i,around:o,go:s,back:l}){let u=G("h2",{tabindex:"-1"}),d=G("div",{class:"body"});a.append(G("div",{class:"head"},u,re("×",f,{class:"close plain","aria-label":n.close})),d);let c=0;function f(){s({link:null,node:null}),l()}a.addEventListener("keydown",T=>T.key==="Escape"&&f());function h(T,...w){c+=1;let R=a.contains(document.activeElement);return u.replaceChildren(...[T].flat()),d.replaceChildren(...w.flat().filter(Boolean)),a.hidden=!1,a.scrollTop=0,R&&u.focus(),c}let p=T=>i?i.replace("{id}",encodeURI(ze(T,e.base).replace(e.base,""))):null,m=T=>ze(T,e.base).startsWith(e.base),b=(T,w)=>T?G("a",{href:T},w):w;function v(T,w){let R=[T.modality&&n[T.modality],T.inferred&&n.inferred].filter(Boolean);return G("article",{class:"tie"},G("h3",{},b(T.page,T.label)),G("p",{class:"when"},[T.kindLabel,T.relation,T.when].filter(Boolean).join(" · ")),G("p",{class:"when"},xt(w.standing),` ${w.words}`,...R.map(P=>[" ",G("span",{class:"mark"},P)])),T.inferred&&G("p",{class:"note"},n.inferredHint),T.roles.length&&G("ul",{class:"lines"},T.roles.map(({label:P,role:k})=>G("li",{},P,k?G("span",{class:"label"},` : ${k}`):null))),g(T))}function g(T){return T.quotations.length?T.quotations.map(w=>{let R=G("footer",{},b(w.page,w.title),w.part?`, ${w.part}`:"",w.exact&&w.start!==null?` (${ie(n.chars,w)})`:"",w.source?[" · ",G("a",{href:w.source,rel:"noopener noreferrer external",target:"_blank"},new URL(w.source).hostname.replace(/^www\./,""))]:null);return w.exact?G("blockquote",{lang:"fr"},G("p",{},`« ${w.exact} »`),R):G("div",{class:"register"},G("p",{class:"note"},n.register),R)}):G("p",{class:"note"},n.noQuotes)}async function y(T,w){let{source:R,target:P}=T.link,k=[re(R.label,()=>s({node:R.id,link:null}),{class:"end"}),e.directed?" → ":" — ",re(P.label,()=>s({node:P.id,link:null}),{class:"end"})],C=h(k,G("p",{class:"note",role:"status"},n.linkLoading));try{let N=await r.link(T.link);if(C!==c)return;let z=T.ties.map(M=>({id:M.tie.arrangement.id,fr:M.tie.fr,en:M.tie.en,standing:M.standing,left:!0})),F=[];for(let M of N.ties){let B=z.find(O=>O.left&&O.id===M.iri&&O[t]===M.when)??z.find(O=>O.left&&O.id===M.iri);B&&(B.left=!1,F.push(v(M,{standing:B.standing,words:w(B.standing)})))}let I=N.ties.length-F.length;d.replaceChildren(...F,I>0?G("p",{class:"note"},le(n.hiddenTies,I,t)):""),a.dataset.told=T.link.id}catch(N){if(C!==c)return;d.replaceChildren(G("p",{class:"wrong"},ie(n.linkFailed,{why:N.message})),re(n.retry,()=>y(T,w),{class:"plain"}))}}let _=T=>T.group?T.group[t]:T.node.label,x=(T,w)=>h(T,G("ul",{class:"choices"},w.map(([R,P,k])=>G("li",{},re(R,P,{class:"plain"}),k?G("span",{class:"label"},` ${k}`):null))));function S(T){x(n.severalLines,T.map(w=>[`${_(w.a)} ${e.directed?"→":"—"} ${_(w.b)}`,()=>s({link:w.id,node:null}),le(n.linksWord,w.links.length,t)]))}function A(T){x(ie(n.lineOfGroups,{links:le(n.linksWord,T.links.length,t)}),T.links.map(({link:w,arrangements:R})=>[`${w.source.label} ${e.directed?"→":"—"} ${w.target.label}`,()=>s({link:w.id,node:null}),le(n.throughWord,R.size,t)]))}function E(T,w,R,P){let k=w.filter(({link:{source:C,target:N}})=>C===T||N===T).map(C=>[C.link.source===T?C.link.target:C.link.source,C]).sort(([,C],[,N])=>N.arrangements.size-C.arrangements.size);h([yt(T.kind.family)," ",T.label],G("p",{class:"when"},[T.kind[t],T.place].filter(Boolean).join(" · ")),T.also.length&&G("p",{class:"note"},T.also.join(" ; ")),G("p",{class:"acts"},m(T.id)&&p(T.id)&&G("a",{href:p(T.id),class:"button plain"},n.page),o&&m(T.id)&&G("a",{href:o.replace("0actor0",encodeURIComponent(ze(T.id,e.base))),class:"button plain"},n.aroundThis)),T.group&&T.group.size>3&&G("p",{},`${n.ofGroup} `,G("b",{},T.group[t]),". ",re(_t(T.group,R)?n.closeGroup:n.openGroup,()=>P(T.group),{class:"inline"})),G("h3",{},`${n.nodePartners} (${_e(k.length,t)})`),G("ul",{class:"choices"},k.map(([C,N])=>G("li",{},yt(C.kind.family),re(C.label,()=>s({link:N.link.id,node:null}),{class:"inline","aria-label":ie(n.readLink,{a:T.label,b:C.label})}),G("span",{class:"label"},` ${le(n.throughWord,N.arrangements.size,t)}`)))))}function L(T,w,R){let P=[...T.members].sort((k,C)=>k.label.localeCompare(C.label,t));h(T.group[t],G("p",{},ie(n.groupText,{nodes:le(e.twoModes?n.thingsWord:n.actorsWord,P.length,t),inner:le(n.linksWord,T.inner,t)})),re(_t(T.group,w)?n.closeGroup:n.openGroup,()=>R(T.group),{class:"open-group"}),G("ul",{class:"choices"},P.map(k=>G("li",{},yt(k.kind.family),re(k.label,()=>s({node:k.id,link:null}),{class:"inline"})))))}return{link:y,lines:S,gathered:A,node:E,group:L,gone:()=>h(n.panel,G("p",{class:"note"},n.goneLink)),hide:()=>(a.hidden=!0,c+=1),focus:()=>u.focus()}}async function Br(a){let n=await fetch(a,{headers:{Accept:"application/json"}}),t=await n.json().catch(()=>null);if(!n.ok||!t)throw new Error(t?.detail??`${n.status} ${n.statusText}`.trim());return t}function Or({drawing:a,links:n,parts:t}){let e=new Map,r=i=>(e.has(i)||e.set(i,Br(i).catch(o=>(e.delete(i),Promise.reject(o)))),e.get(i));return{drawing:()=>Br(a),async link(i){if(!n.includes("{part}")){let s=new URLSearchParams({source:i.source.id,target:i.target.id});return r(`${n}${n.includes("?")?"&":"?"}${s}`)}return(await r(n.replace("{part}",String(i.source.index%t))))[i.id]}}}var ei=at(Rt(),1);function Js(){let a=arguments[0];for(let n=1,t=arguments.length;n<t;n++)if(arguments[n])for(let e in arguments[n])a[e]=arguments[n][e];return a}var fe=Js;typeof Object.assign=="function"&&(fe=Object.assign);function De(a,n,t,e){let r=a._nodes.get(n),i=null;return r&&(e==="mixed"?i=r.out&&r.out[t]||r.undirected&&r.undirected[t]:e==="directed"?i=r.out&&r.out[t]:i=r.undirected&&r.undirected[t]),i}function me(a){return typeof a=="object"&&a!==null}function ti(a){let n;for(n in a)return!1;return!0}function Ae(a,n,t){Object.defineProperty(a,n,{enumerable:!1,configurable:!1,writable:!0,value:t})}function Fe(a,n,t){let e={enumerable:!0,configurable:!0};typeof t=="function"?e.get=t:(e.value=t,e.writable=!1),Object.defineProperty(a,n,e)}function Zr(a){return!(!me(a)||a.attributes&&!Array.isArray(a.attributes))}function el(){let a=Math.floor(Math.random()*256)&255;return()=>a++}function Ue(){let a=arguments,n=null,t=-1;return{[Symbol.iterator](){return this},next(){let e=null;do{if(n===null){if(t++,t>=a.length)return{done:!0};n=a[t][Symbol.iterator]()}if(e=n.next(),e.done){n=null;continue}break}while(!0);return e}}}function At(){return{[Symbol.iterator](){return this},next(){return{done:!0}}}}var Qt=class extends Error{constructor(n){super(),this.name="GraphError",this.message=n}},V=class a extends Qt{constructor(n){super(n),this.name="InvalidArgumentsGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}},H=class a extends Qt{constructor(n){super(n),this.name="NotFoundGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}},Y=class a extends Qt{constructor(n){super(n),this.name="UsageGraphError",typeof Error.captureStackTrace=="function"&&Error.captureStackTrace(this,a.prototype.constructor)}};function ni(a,n){this.key=a,this.attributes=n,this.clear()}ni.prototype.clear=function(){this.inDegree=0,this.outDegree=0,this.undirectedDegree=0,this.undirectedLoops=0,this.directedLoops=0,this.in={},this.out={},this.undirected={}};function ai(a,n){this.key=a,this.attributes=n,this.clear()}ai.prototype.clear=function(){this.inDegree=0,this.outDegree=0,this.directedLoops=0,this.in={},this.out={}};function ri(a,n){this.key=a,this.attributes=n,this.clear()}ri.prototype.clear=function(){this.undirectedDegree=0,this.undirectedLoops=0,this.undirected={}};function Dt(a,n,t,e,r){this.key=n,this.attributes=r,this.undirected=a,this.source=t,this.target=e}Dt.prototype.attach=function(){let a="out",n="in";this.undirected&&(a=n="undirected");let t=this.source.key,e=this.target.key;this.source[a][e]=this,!(this.undirected&&t===e)&&(this.target[n][t]=this)};Dt.prototype.attachMulti=function(){let a="out",n="in",t=this.source.key,e=this.target.key;this.undirected&&(a=n="undirected");let r=this.source[a],i=r[e];if(typeof i>"u"){r[e]=this,this.undirected&&t===e||(this.target[n][t]=this);return}i.previous=this,this.next=i,r[e]=this,this.target[n][t]=this};Dt.prototype.detach=function(){let a=this.source.key,n=this.target.key,t="out",e="in";this.undirected&&(t=e="undirected"),delete this.source[t][n],delete this.target[e][a]};Dt.prototype.detachMulti=function(){let a=this.source.key,n=this.target.key,t="out",e="in";this.undirected&&(t=e="undirected"),this.previous===void 0?this.next===void 0?(delete this.source[t][n],delete this.target[e][a]):(this.next.previous=void 0,this.source[t][n]=this.next,this.target[e][a]=this.next):(this.previous.next=this.next,this.next!==void 0&&(this.next.previous=this.previous))};var ii=0,oi=1,tl=2,si=3;function $e(a,n,t,e,r,i,o){let s,l,u,d;if(e=""+e,t===ii){if(s=a._nodes.get(e),!s)throw new H(`Graph.${n}: could not find the "${e}" node in the graph.`);u=r,d=i}else if(t===si){if(r=""+r,l=a._edges.get(r),!l)throw new H(`Graph.${n}: could not find the "${r}" edge in the graph.`);let c=l.source.key,f=l.target.key;if(e===c)s=l.target;else if(e===f)s=l.source;else throw new H(`Graph.${n}: the "${e}" node is not attached to the "${r}" edge (${c}, ${f}).`);u=i,d=o}else{if(l=a._edges.get(e),!l)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`);t===oi?s=l.source:s=l.target,u=r,d=i}return[s,u,d]}function nl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);return o.attributes[s]}}function al(a,n,t){a.prototype[n]=function(e,r){let[i]=$e(this,n,t,e,r);return i.attributes}}function rl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);return o.attributes.hasOwnProperty(s)}}function il(a,n,t){a.prototype[n]=function(e,r,i,o){let[s,l,u]=$e(this,n,t,e,r,i,o);return s.attributes[l]=u,this.emit("nodeAttributesUpdated",{key:s.key,type:"set",attributes:s.attributes,name:l}),this}}function ol(a,n,t){a.prototype[n]=function(e,r,i,o){let[s,l,u]=$e(this,n,t,e,r,i,o);if(typeof u!="function")throw new V(`Graph.${n}: updater should be a function.`);let d=s.attributes,c=u(d[l]);return d[l]=c,this.emit("nodeAttributesUpdated",{key:s.key,type:"set",attributes:s.attributes,name:l}),this}}function sl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);return delete o.attributes[s],this.emit("nodeAttributesUpdated",{key:o.key,type:"remove",attributes:o.attributes,name:s}),this}}function ll(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);if(!me(s))throw new V(`Graph.${n}: provided attributes are not a plain object.`);return o.attributes=s,this.emit("nodeAttributesUpdated",{key:o.key,type:"replace",attributes:o.attributes}),this}}function ul(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);if(!me(s))throw new V(`Graph.${n}: provided attributes are not a plain object.`);return fe(o.attributes,s),this.emit("nodeAttributesUpdated",{key:o.key,type:"merge",attributes:o.attributes,data:s}),this}}function dl(a,n,t){a.prototype[n]=function(e,r,i){let[o,s]=$e(this,n,t,e,r,i);if(typeof s!="function")throw new V(`Graph.${n}: provided updater is not a function.`);return o.attributes=s(o.attributes),this.emit("nodeAttributesUpdated",{key:o.key,type:"update",attributes:o.attributes}),this}}var cl=[{name:a=>`get${a}Attribute`,attacher:nl},{name:a=>`get${a}Attributes`,attacher:al},{name:a=>`has${a}Attribute`,attacher:rl},{name:a=>`set${a}Attribute`,attacher:il},{name:a=>`update${a}Attribute`,attacher:ol},{name:a=>`remove${a}Attribute`,attacher:sl},{name:a=>`replace${a}Attributes`,attacher:ll},{name:a=>`merge${a}Attributes`,attacher:ul},{name:a=>`update${a}Attributes`,attacher:dl}];function hl(a){cl.forEach(function({name:n,attacher:t}){t(a,n("Node"),ii),t(a,n("Source"),oi),t(a,n("Target"),tl),t(a,n("Opposite"),si)})}function fl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return i.attributes[r]}}function gl(a,n,t){a.prototype[n]=function(e){let r;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>1){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let i=""+e,o=""+arguments[1];if(r=De(this,i,o,t),!r)throw new H(`Graph.${n}: could not find an edge for the given path ("${i}" - "${o}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,r=this._edges.get(e),!r)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return r.attributes}}function pl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return i.attributes.hasOwnProperty(r)}}function vl(a,n,t){a.prototype[n]=function(e,r,i){let o;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>3){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let s=""+e,l=""+r;if(r=arguments[2],i=arguments[3],o=De(this,s,l,t),!o)throw new H(`Graph.${n}: could not find an edge for the given path ("${s}" - "${l}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,o=this._edges.get(e),!o)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return o.attributes[r]=i,this.emit("edgeAttributesUpdated",{key:o.key,type:"set",attributes:o.attributes,name:r}),this}}function ml(a,n,t){a.prototype[n]=function(e,r,i){let o;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>3){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let s=""+e,l=""+r;if(r=arguments[2],i=arguments[3],o=De(this,s,l,t),!o)throw new H(`Graph.${n}: could not find an edge for the given path ("${s}" - "${l}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,o=this._edges.get(e),!o)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(typeof i!="function")throw new V(`Graph.${n}: updater should be a function.`);return o.attributes[r]=i(o.attributes[r]),this.emit("edgeAttributesUpdated",{key:o.key,type:"set",attributes:o.attributes,name:r}),this}}function bl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}return delete i.attributes[r],this.emit("edgeAttributesUpdated",{key:i.key,type:"remove",attributes:i.attributes,name:r}),this}}function yl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(!me(r))throw new V(`Graph.${n}: provided attributes are not a plain object.`);return i.attributes=r,this.emit("edgeAttributesUpdated",{key:i.key,type:"replace",attributes:i.attributes}),this}}function xl(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(!me(r))throw new V(`Graph.${n}: provided attributes are not a plain object.`);return fe(i.attributes,r),this.emit("edgeAttributesUpdated",{key:i.key,type:"merge",attributes:i.attributes,data:r}),this}}function _l(a,n,t){a.prototype[n]=function(e,r){let i;if(this.type!=="mixed"&&t!=="mixed"&&t!==this.type)throw new Y(`Graph.${n}: cannot find this type of edges in your ${this.type} graph.`);if(arguments.length>2){if(this.multi)throw new Y(`Graph.${n}: cannot use a {source,target} combo when asking about an edge's attributes in a MultiGraph since we cannot infer the one you want information about.`);let o=""+e,s=""+r;if(r=arguments[2],i=De(this,o,s,t),!i)throw new H(`Graph.${n}: could not find an edge for the given path ("${o}" - "${s}").`)}else{if(t!=="mixed")throw new Y(`Graph.${n}: calling this method with only a key (vs. a source and target) does not make sense since an edge with this key could have the other type.`);if(e=""+e,i=this._edges.get(e),!i)throw new H(`Graph.${n}: could not find the "${e}" edge in the graph.`)}if(typeof r!="function")throw new V(`Graph.${n}: provided updater is not a function.`);return i.attributes=r(i.attributes),this.emit("edgeAttributesUpdated",{key:i.key,type:"update",attributes:i.attributes}),this}}var Tl=[{name:a=>`get${a}Attribute`,attacher:fl},{name:a=>`get${a}Attributes`,attacher:gl},{name:a=>`has${a}Attribute`,attacher:pl},{name:a=>`set${a}Attribute`,attacher:vl},{name:a=>`update${a}Attribute`,attacher:ml},{name:a=>`remove${a}Attribute`,attacher:bl},{name:a=>`replace${a}Attributes`,attacher:yl},{name:a=>`merge${a}Attributes`,attacher:xl},{name:a=>`update${a}Attributes`,attacher:_l}];function Sl(a){Tl.forEach(function({name:n,attacher:t}){t(a,n("Edge"),"mixed"),t(a,n("DirectedEdge"),"directed"),t(a,n("UndirectedEdge"),"undirected")})}var El=[{name:"edges",type:"mixed"},{name:"inEdges",type:"directed",direction:"in"},{name:"outEdges",type:"directed",direction:"out"},{name:"inboundEdges",type:"mixed",direction:"in"},{name:"outboundEdges",type:"mixed",direction:"out"},{name:"directedEdges",type:"directed"},{name:"undirectedEdges",type:"undirected"}];function Rl(a,n,t,e){let r=!1;for(let i in n){if(i===e)continue;let o=n[i];if(r=t(o.key,o.attributes,o.source.key,o.target.key,o.source.attributes,o.target.attributes,o.undirected),a&&r)return o.key}}function wl(a,n,t,e){let r,i,o,s=!1;for(let l in n)if(l!==e){r=n[l];do{if(i=r.source,o=r.target,s=t(r.key,r.attributes,i.key,o.key,i.attributes,o.attributes,r.undirected),a&&s)return r.key;r=r.next}while(r!==void 0)}}function Ea(a,n){let t=Object.keys(a),e=t.length,r,i=0;return{[Symbol.iterator](){return this},next(){do if(r)r=r.next;else{if(i>=e)return{done:!0};let o=t[i++];if(o===n){r=void 0;continue}r=a[o]}while(!r);return{done:!1,value:{edge:r.key,attributes:r.attributes,source:r.source.key,target:r.target.key,sourceAttributes:r.source.attributes,targetAttributes:r.target.attributes,undirected:r.undirected}}}}}function Al(a,n,t,e){let r=n[t];if(!r)return;let i=r.source,o=r.target;if(e(r.key,r.attributes,i.key,o.key,i.attributes,o.attributes,r.undirected)&&a)return r.key}function Dl(a,n,t,e){let r=n[t];if(!r)return;let i=!1;do{if(i=e(r.key,r.attributes,r.source.key,r.target.key,r.source.attributes,r.target.attributes,r.undirected),a&&i)return r.key;r=r.next}while(r!==void 0)}function Ra(a,n){let t=a[n];if(t.next!==void 0)return{[Symbol.iterator](){return this},next(){if(!t)return{done:!0};let r={edge:t.key,attributes:t.attributes,source:t.source.key,target:t.target.key,sourceAttributes:t.source.attributes,targetAttributes:t.target.attributes,undirected:t.undirected};return t=t.next,{done:!1,value:r}}};let e=!1;return{[Symbol.iterator](){return this},next(){return e===!0?{done:!0}:(e=!0,{done:!1,value:{edge:t.key,attributes:t.attributes,source:t.source.key,target:t.target.key,sourceAttributes:t.source.attributes,targetAttributes:t.target.attributes,undirected:t.undirected}})}}}function Ll(a,n){if(a.size===0)return[];if(n==="mixed"||n===a.type)return Array.from(a._edges.keys());let t=n==="undirected"?a.undirectedSize:a.directedSize,e=new Array(t),r=n==="undirected",i=a._edges.values(),o=0,s,l;for(;s=i.next(),s.done!==!0;)l=s.value,l.undirected===r&&(e[o++]=l.key);return e}function li(a,n,t,e){if(n.size===0)return;let r=t!=="mixed"&&t!==n.type,i=t==="undirected",o,s,l=!1,u=n._edges.values();for(;o=u.next(),o.done!==!0;){if(s=o.value,r&&s.undirected!==i)continue;let{key:d,attributes:c,source:f,target:h}=s;if(l=e(d,c,f.key,h.key,f.attributes,h.attributes,s.undirected),a&&l)return d}}function Cl(a,n){if(a.size===0)return At();let t=n!=="mixed"&&n!==a.type,e=n==="undirected",r=a._edges.values();return{[Symbol.iterator](){return this},next(){let i,o;for(;;){if(i=r.next(),i.done)return i;if(o=i.value,!(t&&o.undirected!==e))break}return{value:{edge:o.key,attributes:o.attributes,source:o.source.key,target:o.target.key,sourceAttributes:o.source.attributes,targetAttributes:o.target.attributes,undirected:o.undirected},done:!1}}}}function wa(a,n,t,e,r,i){let o=n?wl:Rl,s;if(t!=="undirected"&&(e!=="out"&&(s=o(a,r.in,i),a&&s)||e!=="in"&&(s=o(a,r.out,i,e?void 0:r.key),a&&s))||t!=="directed"&&(s=o(a,r.undirected,i),a&&s))return s}function kl(a,n,t,e){let r=[];return wa(!1,a,n,t,e,function(i){r.push(i)}),r}function Pl(a,n,t){let e=At();return a!=="undirected"&&(n!=="out"&&typeof t.in<"u"&&(e=Ue(e,Ea(t.in))),n!=="in"&&typeof t.out<"u"&&(e=Ue(e,Ea(t.out,n?void 0:t.key)))),a!=="directed"&&typeof t.undirected<"u"&&(e=Ue(e,Ea(t.undirected))),e}function Aa(a,n,t,e,r,i,o){let s=t?Dl:Al,l;if(n!=="undirected"&&(typeof r.in<"u"&&e!=="out"&&(l=s(a,r.in,i,o),a&&l)||typeof r.out<"u"&&e!=="in"&&(e||r.key!==i)&&(l=s(a,r.out,i,o),a&&l))||n!=="directed"&&typeof r.undirected<"u"&&(l=s(a,r.undirected,i,o),a&&l))return l}function Fl(a,n,t,e,r){let i=[];return Aa(!1,a,n,t,e,r,function(o){i.push(o)}),i}function Il(a,n,t,e){let r=At();return a!=="undirected"&&(typeof t.in<"u"&&n!=="out"&&e in t.in&&(r=Ue(r,Ra(t.in,e))),typeof t.out<"u"&&n!=="in"&&e in t.out&&(n||t.key!==e)&&(r=Ue(r,Ra(t.out,e)))),a!=="directed"&&typeof t.undirected<"u"&&e in t.undirected&&(r=Ue(r,Ra(t.undirected,e))),r}function Nl(a,n){let{name:t,type:e,direction:r}=n;a.prototype[t]=function(i,o){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return[];if(!arguments.length)return Ll(this,e);if(arguments.length===1){i=""+i;let s=this._nodes.get(i);if(typeof s>"u")throw new H(`Graph.${t}: could not find the "${i}" node in the graph.`);return kl(this.multi,e==="mixed"?this.type:e,r,s)}if(arguments.length===2){i=""+i,o=""+o;let s=this._nodes.get(i);if(!s)throw new H(`Graph.${t}:  could not find the "${i}" source node in the graph.`);if(!this._nodes.has(o))throw new H(`Graph.${t}:  could not find the "${o}" target node in the graph.`);return Fl(e,this.multi,r,s,o)}throw new V(`Graph.${t}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`)}}function zl(a,n){let{name:t,type:e,direction:r}=n,i="forEach"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(u,d,c){if(!(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)){if(arguments.length===1)return c=u,li(!1,this,e,c);if(arguments.length===2){u=""+u,c=d;let f=this._nodes.get(u);if(typeof f>"u")throw new H(`Graph.${i}: could not find the "${u}" node in the graph.`);return wa(!1,this.multi,e==="mixed"?this.type:e,r,f,c)}if(arguments.length===3){u=""+u,d=""+d;let f=this._nodes.get(u);if(!f)throw new H(`Graph.${i}:  could not find the "${u}" source node in the graph.`);if(!this._nodes.has(d))throw new H(`Graph.${i}:  could not find the "${d}" target node in the graph.`);return Aa(!1,e,this.multi,r,f,d,c)}throw new V(`Graph.${i}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`)}};let o="map"+t[0].toUpperCase()+t.slice(1);a.prototype[o]=function(){let u=Array.prototype.slice.call(arguments),d=u.pop(),c;if(u.length===0){let f=0;e!=="directed"&&(f+=this.undirectedSize),e!=="undirected"&&(f+=this.directedSize),c=new Array(f);let h=0;u.push((p,m,b,v,g,y,_)=>{c[h++]=d(p,m,b,v,g,y,_)})}else c=[],u.push((f,h,p,m,b,v,g)=>{c.push(d(f,h,p,m,b,v,g))});return this[i].apply(this,u),c};let s="filter"+t[0].toUpperCase()+t.slice(1);a.prototype[s]=function(){let u=Array.prototype.slice.call(arguments),d=u.pop(),c=[];return u.push((f,h,p,m,b,v,g)=>{d(f,h,p,m,b,v,g)&&c.push(f)}),this[i].apply(this,u),c};let l="reduce"+t[0].toUpperCase()+t.slice(1);a.prototype[l]=function(){let u=Array.prototype.slice.call(arguments);if(u.length<2||u.length>4)throw new V(`Graph.${l}: invalid number of arguments (expecting 2, 3 or 4 and got ${u.length}).`);if(typeof u[u.length-1]=="function"&&typeof u[u.length-2]!="function")throw new V(`Graph.${l}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`);let d,c;u.length===2?(d=u[0],c=u[1],u=[]):u.length===3?(d=u[1],c=u[2],u=[u[0]]):u.length===4&&(d=u[2],c=u[3],u=[u[0],u[1]]);let f=c;return u.push((h,p,m,b,v,g,y)=>{f=d(f,h,p,m,b,v,g,y)}),this[i].apply(this,u),f}}function Gl(a,n){let{name:t,type:e,direction:r}=n,i="find"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(l,u,d){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return!1;if(arguments.length===1)return d=l,li(!0,this,e,d);if(arguments.length===2){l=""+l,d=u;let c=this._nodes.get(l);if(typeof c>"u")throw new H(`Graph.${i}: could not find the "${l}" node in the graph.`);return wa(!0,this.multi,e==="mixed"?this.type:e,r,c,d)}if(arguments.length===3){l=""+l,u=""+u;let c=this._nodes.get(l);if(!c)throw new H(`Graph.${i}:  could not find the "${l}" source node in the graph.`);if(!this._nodes.has(u))throw new H(`Graph.${i}:  could not find the "${u}" target node in the graph.`);return Aa(!0,e,this.multi,r,c,u,d)}throw new V(`Graph.${i}: too many arguments (expecting 1, 2 or 3 and got ${arguments.length}).`)};let o="some"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[o]=function(){let l=Array.prototype.slice.call(arguments),u=l.pop();return l.push((c,f,h,p,m,b,v)=>u(c,f,h,p,m,b,v)),!!this[i].apply(this,l)};let s="every"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[s]=function(){let l=Array.prototype.slice.call(arguments),u=l.pop();return l.push((c,f,h,p,m,b,v)=>!u(c,f,h,p,m,b,v)),!this[i].apply(this,l)}}function Ml(a,n){let{name:t,type:e,direction:r}=n,i=t.slice(0,-1)+"Entries";a.prototype[i]=function(o,s){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return At();if(!arguments.length)return Cl(this,e);if(arguments.length===1){o=""+o;let l=this._nodes.get(o);if(!l)throw new H(`Graph.${i}: could not find the "${o}" node in the graph.`);return Pl(e,r,l)}if(arguments.length===2){o=""+o,s=""+s;let l=this._nodes.get(o);if(!l)throw new H(`Graph.${i}:  could not find the "${o}" source node in the graph.`);if(!this._nodes.has(s))throw new H(`Graph.${i}:  could not find the "${s}" target node in the graph.`);return Il(e,r,l,s)}throw new V(`Graph.${i}: too many arguments (expecting 0, 1 or 2 and got ${arguments.length}).`)}}function Bl(a){El.forEach(n=>{Nl(a,n),zl(a,n),Gl(a,n),Ml(a,n)})}var Ol=[{name:"neighbors",type:"mixed"},{name:"inNeighbors",type:"directed",direction:"in"},{name:"outNeighbors",type:"directed",direction:"out"},{name:"inboundNeighbors",type:"mixed",direction:"in"},{name:"outboundNeighbors",type:"mixed",direction:"out"},{name:"directedNeighbors",type:"directed"},{name:"undirectedNeighbors",type:"undirected"}];function kn(){this.A=null,this.B=null}kn.prototype.wrap=function(a){this.A===null?this.A=a:this.B===null&&(this.B=a)};kn.prototype.has=function(a){return this.A!==null&&a in this.A||this.B!==null&&a in this.B};function Kt(a,n,t,e,r){for(let i in e){let o=e[i],s=o.source,l=o.target,u=s===t?l:s;if(n&&n.has(u.key))continue;let d=r(u.key,u.attributes);if(a&&d)return u.key}}function Da(a,n,t,e,r){if(n!=="mixed"){if(n==="undirected")return Kt(a,null,e,e.undirected,r);if(typeof t=="string")return Kt(a,null,e,e[t],r)}let i=new kn,o;if(n!=="undirected"){if(t!=="out"){if(o=Kt(a,null,e,e.in,r),a&&o)return o;i.wrap(e.in)}if(t!=="in"){if(o=Kt(a,i,e,e.out,r),a&&o)return o;i.wrap(e.out)}}if(n!=="directed"&&(o=Kt(a,i,e,e.undirected,r),a&&o))return o}function Wl(a,n,t){if(a!=="mixed"){if(a==="undirected")return Object.keys(t.undirected);if(typeof n=="string")return Object.keys(t[n])}let e=[];return Da(!1,a,n,t,function(r){e.push(r)}),e}function Zt(a,n,t){let e=Object.keys(t),r=e.length,i=0;return{[Symbol.iterator](){return this},next(){let o=null;do{if(i>=r)return a&&a.wrap(t),{done:!0};let s=t[e[i++]],l=s.source,u=s.target;if(o=l===n?u:l,a&&a.has(o.key)){o=null;continue}}while(o===null);return{done:!1,value:{neighbor:o.key,attributes:o.attributes}}}}}function Ul(a,n,t){if(a!=="mixed"){if(a==="undirected")return Zt(null,t,t.undirected);if(typeof n=="string")return Zt(null,t,t[n])}let e=At(),r=new kn;return a!=="undirected"&&(n!=="out"&&(e=Ue(e,Zt(r,t,t.in))),n!=="in"&&(e=Ue(e,Zt(r,t,t.out)))),a!=="directed"&&(e=Ue(e,Zt(r,t,t.undirected))),e}function $l(a,n){let{name:t,type:e,direction:r}=n;a.prototype[t]=function(i){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return[];i=""+i;let o=this._nodes.get(i);if(typeof o>"u")throw new H(`Graph.${t}: could not find the "${i}" node in the graph.`);return Wl(e==="mixed"?this.type:e,r,o)}}function Hl(a,n){let{name:t,type:e,direction:r}=n,i="forEach"+t[0].toUpperCase()+t.slice(1,-1);a.prototype[i]=function(u,d){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return;u=""+u;let c=this._nodes.get(u);if(typeof c>"u")throw new H(`Graph.${i}: could not find the "${u}" node in the graph.`);Da(!1,e==="mixed"?this.type:e,r,c,d)};let o="map"+t[0].toUpperCase()+t.slice(1);a.prototype[o]=function(u,d){let c=[];return this[i](u,(f,h)=>{c.push(d(f,h))}),c};let s="filter"+t[0].toUpperCase()+t.slice(1);a.prototype[s]=function(u,d){let c=[];return this[i](u,(f,h)=>{d(f,h)&&c.push(f)}),c};let l="reduce"+t[0].toUpperCase()+t.slice(1);a.prototype[l]=function(u,d,c){if(arguments.length<3)throw new V(`Graph.${l}: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.`);let f=c;return this[i](u,(h,p)=>{f=d(f,h,p)}),f}}function Vl(a,n){let{name:t,type:e,direction:r}=n,i=t[0].toUpperCase()+t.slice(1,-1),o="find"+i;a.prototype[o]=function(u,d){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return;u=""+u;let c=this._nodes.get(u);if(typeof c>"u")throw new H(`Graph.${o}: could not find the "${u}" node in the graph.`);return Da(!0,e==="mixed"?this.type:e,r,c,d)};let s="some"+i;a.prototype[s]=function(u,d){return!!this[o](u,d)};let l="every"+i;a.prototype[l]=function(u,d){return!this[o](u,(f,h)=>!d(f,h))}}function jl(a,n){let{name:t,type:e,direction:r}=n,i=t.slice(0,-1)+"Entries";a.prototype[i]=function(o){if(e!=="mixed"&&this.type!=="mixed"&&e!==this.type)return At();o=""+o;let s=this._nodes.get(o);if(typeof s>"u")throw new H(`Graph.${i}: could not find the "${o}" node in the graph.`);return Ul(e==="mixed"?this.type:e,r,s)}}function Xl(a){Ol.forEach(n=>{$l(a,n),Hl(a,n),Vl(a,n),jl(a,n)})}function Rn(a,n,t,e,r){let i=e._nodes.values(),o=e.type,s,l,u,d,c,f,h;for(;s=i.next(),s.done!==!0;){let p=!1;if(l=s.value,o!=="undirected"){d=l.out;for(u in d){c=d[u];do{if(f=c.target,p=!0,h=r(l.key,f.key,l.attributes,f.attributes,c.key,c.attributes,c.undirected),a&&h)return c;c=c.next}while(c)}}if(o!=="directed"){d=l.undirected;for(u in d)if(!(n&&l.key>u)){c=d[u];do{if(f=c.target,f.key!==u&&(f=c.source),p=!0,h=r(l.key,f.key,l.attributes,f.attributes,c.key,c.attributes,c.undirected),a&&h)return c;c=c.next}while(c)}}if(t&&!p&&(h=r(l.key,null,l.attributes,null,null,null,null),a&&h))return null}}function ql(a,n){let t={key:a};return ti(n.attributes)||(t.attributes=fe({},n.attributes)),t}function Yl(a,n,t){let e={key:n,source:t.source.key,target:t.target.key};return ti(t.attributes)||(e.attributes=fe({},t.attributes)),a==="mixed"&&t.undirected&&(e.undirected=!0),e}function Kl(a){if(!me(a))throw new V('Graph.import: invalid serialized node. A serialized node should be a plain object with at least a "key" property.');if(!("key"in a))throw new V("Graph.import: serialized node is missing its key.");if("attributes"in a&&(!me(a.attributes)||a.attributes===null))throw new V("Graph.import: invalid attributes. Attributes should be a plain object, null or omitted.")}function Zl(a){if(!me(a))throw new V('Graph.import: invalid serialized edge. A serialized edge should be a plain object with at least a "source" & "target" property.');if(!("source"in a))throw new V("Graph.import: serialized edge is missing its source.");if(!("target"in a))throw new V("Graph.import: serialized edge is missing its target.");if("attributes"in a&&(!me(a.attributes)||a.attributes===null))throw new V("Graph.import: invalid attributes. Attributes should be a plain object, null or omitted.");if("undirected"in a&&typeof a.undirected!="boolean")throw new V("Graph.import: invalid undirectedness information. Undirected should be boolean or omitted.")}var Ql=el(),Jl=new Set(["directed","undirected","mixed"]),Qr=new Set(["domain","_events","_eventsCount","_maxListeners"]),eu=[{name:a=>`${a}Edge`,generateKey:!0},{name:a=>`${a}DirectedEdge`,generateKey:!0,type:"directed"},{name:a=>`${a}UndirectedEdge`,generateKey:!0,type:"undirected"},{name:a=>`${a}EdgeWithKey`},{name:a=>`${a}DirectedEdgeWithKey`,type:"directed"},{name:a=>`${a}UndirectedEdgeWithKey`,type:"undirected"}],tu={allowSelfLoops:!0,multi:!1,type:"mixed"};function nu(a,n,t){if(t&&!me(t))throw new V(`Graph.addNode: invalid attributes. Expecting an object but got "${t}"`);if(n=""+n,t=t||{},a._nodes.has(n))throw new Y(`Graph.addNode: the "${n}" node already exist in the graph.`);let e=new a.NodeDataClass(n,t);return a._nodes.set(n,e),a.emit("nodeAdded",{key:n,attributes:t}),e}function Jr(a,n,t){let e=new a.NodeDataClass(n,t);return a._nodes.set(n,e),a.emit("nodeAdded",{key:n,attributes:t}),e}function ui(a,n,t,e,r,i,o,s){if(!e&&a.type==="undirected")throw new Y(`Graph.${n}: you cannot add a directed edge to an undirected graph. Use the #.addEdge or #.addUndirectedEdge instead.`);if(e&&a.type==="directed")throw new Y(`Graph.${n}: you cannot add an undirected edge to a directed graph. Use the #.addEdge or #.addDirectedEdge instead.`);if(s&&!me(s))throw new V(`Graph.${n}: invalid attributes. Expecting an object but got "${s}"`);if(i=""+i,o=""+o,s=s||{},!a.allowSelfLoops&&i===o)throw new Y(`Graph.${n}: source & target are the same ("${i}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`);let l=a._nodes.get(i),u=a._nodes.get(o);if(!l)throw new H(`Graph.${n}: source node "${i}" not found.`);if(!u)throw new H(`Graph.${n}: target node "${o}" not found.`);let d={key:null,undirected:e,source:i,target:o,attributes:s};if(t)r=a._edgeKeyGenerator();else if(r=""+r,a._edges.has(r))throw new Y(`Graph.${n}: the "${r}" edge already exists in the graph.`);if(!a.multi&&(e?typeof l.undirected[o]<"u":typeof l.out[o]<"u"))throw new Y(`Graph.${n}: an edge linking "${i}" to "${o}" already exists. If you really want to add multiple edges linking those nodes, you should create a multi graph by using the 'multi' option.`);let c=new Dt(e,r,l,u,s);a._edges.set(r,c);let f=i===o;return e?(l.undirectedDegree++,u.undirectedDegree++,f&&(l.undirectedLoops++,a._undirectedSelfLoopCount++)):(l.outDegree++,u.inDegree++,f&&(l.directedLoops++,a._directedSelfLoopCount++)),a.multi?c.attachMulti():c.attach(),e?a._undirectedSize++:a._directedSize++,d.key=r,a.emit("edgeAdded",d),r}function au(a,n,t,e,r,i,o,s,l){if(!e&&a.type==="undirected")throw new Y(`Graph.${n}: you cannot merge/update a directed edge to an undirected graph. Use the #.mergeEdge/#.updateEdge or #.addUndirectedEdge instead.`);if(e&&a.type==="directed")throw new Y(`Graph.${n}: you cannot merge/update an undirected edge to a directed graph. Use the #.mergeEdge/#.updateEdge or #.addDirectedEdge instead.`);if(s){if(l){if(typeof s!="function")throw new V(`Graph.${n}: invalid updater function. Expecting a function but got "${s}"`)}else if(!me(s))throw new V(`Graph.${n}: invalid attributes. Expecting an object but got "${s}"`)}i=""+i,o=""+o;let u;if(l&&(u=s,s=void 0),!a.allowSelfLoops&&i===o)throw new Y(`Graph.${n}: source & target are the same ("${i}"), thus creating a loop explicitly forbidden by this graph 'allowSelfLoops' option set to false.`);let d=a._nodes.get(i),c=a._nodes.get(o),f,h;if(!t&&(f=a._edges.get(r),f)){if((f.source.key!==i||f.target.key!==o)&&(!e||f.source.key!==o||f.target.key!==i))throw new Y(`Graph.${n}: inconsistency detected when attempting to merge the "${r}" edge with "${i}" source & "${o}" target vs. ("${f.source.key}", "${f.target.key}").`);h=f}if(!h&&!a.multi&&d&&(h=e?d.undirected[o]:d.out[o]),h){let g=[h.key,!1,!1,!1];if(l?!u:!s)return g;if(l){let y=h.attributes;h.attributes=u(y),a.emit("edgeAttributesUpdated",{type:"replace",key:h.key,attributes:h.attributes})}else fe(h.attributes,s),a.emit("edgeAttributesUpdated",{type:"merge",key:h.key,attributes:h.attributes,data:s});return g}s=s||{},l&&u&&(s=u(s));let p={key:null,undirected:e,source:i,target:o,attributes:s};if(t)r=a._edgeKeyGenerator();else if(r=""+r,a._edges.has(r))throw new Y(`Graph.${n}: the "${r}" edge already exists in the graph.`);let m=!1,b=!1;d||(d=Jr(a,i,{}),m=!0,i===o&&(c=d,b=!0)),c||(c=Jr(a,o,{}),b=!0),f=new Dt(e,r,d,c,s),a._edges.set(r,f);let v=i===o;return e?(d.undirectedDegree++,c.undirectedDegree++,v&&(d.undirectedLoops++,a._undirectedSelfLoopCount++)):(d.outDegree++,c.inDegree++,v&&(d.directedLoops++,a._directedSelfLoopCount++)),a.multi?f.attachMulti():f.attach(),e?a._undirectedSize++:a._directedSize++,p.key=r,a.emit("edgeAdded",p),[r,!0,m,b]}function wt(a,n){a._edges.delete(n.key);let{source:t,target:e,attributes:r}=n,i=n.undirected,o=t===e;i?(t.undirectedDegree--,e.undirectedDegree--,o&&(t.undirectedLoops--,a._undirectedSelfLoopCount--)):(t.outDegree--,e.inDegree--,o&&(t.directedLoops--,a._directedSelfLoopCount--)),a.multi?n.detachMulti():n.detach(),i?a._undirectedSize--:a._directedSize--,a.emit("edgeDropped",{key:n.key,attributes:r,source:t.key,target:e.key,undirected:i})}var ne=class a extends ei.EventEmitter{constructor(n){if(super(),n=fe({},tu,n),typeof n.multi!="boolean")throw new V(`Graph.constructor: invalid 'multi' option. Expecting a boolean but got "${n.multi}".`);if(!Jl.has(n.type))throw new V(`Graph.constructor: invalid 'type' option. Should be one of "mixed", "directed" or "undirected" but got "${n.type}".`);if(typeof n.allowSelfLoops!="boolean")throw new V(`Graph.constructor: invalid 'allowSelfLoops' option. Expecting a boolean but got "${n.allowSelfLoops}".`);let t=n.type==="mixed"?ni:n.type==="directed"?ai:ri;Ae(this,"NodeDataClass",t);let e="geid_"+Ql()+"_",r=0,i=()=>{let o;do o=e+r++;while(this._edges.has(o));return o};Ae(this,"_attributes",{}),Ae(this,"_nodes",new Map),Ae(this,"_edges",new Map),Ae(this,"_directedSize",0),Ae(this,"_undirectedSize",0),Ae(this,"_directedSelfLoopCount",0),Ae(this,"_undirectedSelfLoopCount",0),Ae(this,"_edgeKeyGenerator",i),Ae(this,"_options",n),Qr.forEach(o=>Ae(this,o,this[o])),Fe(this,"order",()=>this._nodes.size),Fe(this,"size",()=>this._edges.size),Fe(this,"directedSize",()=>this._directedSize),Fe(this,"undirectedSize",()=>this._undirectedSize),Fe(this,"selfLoopCount",()=>this._directedSelfLoopCount+this._undirectedSelfLoopCount),Fe(this,"directedSelfLoopCount",()=>this._directedSelfLoopCount),Fe(this,"undirectedSelfLoopCount",()=>this._undirectedSelfLoopCount),Fe(this,"multi",this._options.multi),Fe(this,"type",this._options.type),Fe(this,"allowSelfLoops",this._options.allowSelfLoops),Fe(this,"implementation",()=>"graphology")}_resetInstanceCounters(){this._directedSize=0,this._undirectedSize=0,this._directedSelfLoopCount=0,this._undirectedSelfLoopCount=0}hasNode(n){return this._nodes.has(""+n)}hasDirectedEdge(n,t){if(this.type==="undirected")return!1;if(arguments.length===1){let e=""+n,r=this._edges.get(e);return!!r&&!r.undirected}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?e.out.hasOwnProperty(t):!1}throw new V(`Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}hasUndirectedEdge(n,t){if(this.type==="directed")return!1;if(arguments.length===1){let e=""+n,r=this._edges.get(e);return!!r&&r.undirected}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?e.undirected.hasOwnProperty(t):!1}throw new V(`Graph.hasDirectedEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}hasEdge(n,t){if(arguments.length===1){let e=""+n;return this._edges.has(e)}else if(arguments.length===2){n=""+n,t=""+t;let e=this._nodes.get(n);return e?typeof e.out<"u"&&e.out.hasOwnProperty(t)||typeof e.undirected<"u"&&e.undirected.hasOwnProperty(t):!1}throw new V(`Graph.hasEdge: invalid arity (${arguments.length}, instead of 1 or 2). You can either ask for an edge id or for the existence of an edge between a source & a target.`)}directedEdge(n,t){if(this.type==="undirected")return;if(n=""+n,t=""+t,this.multi)throw new Y("Graph.directedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.directedEdges instead.");let e=this._nodes.get(n);if(!e)throw new H(`Graph.directedEdge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new H(`Graph.directedEdge: could not find the "${t}" target node in the graph.`);let r=e.out&&e.out[t]||void 0;if(r)return r.key}undirectedEdge(n,t){if(this.type==="directed")return;if(n=""+n,t=""+t,this.multi)throw new Y("Graph.undirectedEdge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.undirectedEdges instead.");let e=this._nodes.get(n);if(!e)throw new H(`Graph.undirectedEdge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new H(`Graph.undirectedEdge: could not find the "${t}" target node in the graph.`);let r=e.undirected&&e.undirected[t]||void 0;if(r)return r.key}edge(n,t){if(this.multi)throw new Y("Graph.edge: this method is irrelevant with multigraphs since there might be multiple edges between source & target. See #.edges instead.");n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.edge: could not find the "${n}" source node in the graph.`);if(!this._nodes.has(t))throw new H(`Graph.edge: could not find the "${t}" target node in the graph.`);let r=e.out&&e.out[t]||e.undirected&&e.undirected[t]||void 0;if(r)return r.key}areDirectedNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areDirectedNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.in||t in e.out}areOutNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areOutNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.out}areInNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areInNeighbors: could not find the "${n}" node in the graph.`);return this.type==="undirected"?!1:t in e.in}areUndirectedNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areUndirectedNeighbors: could not find the "${n}" node in the graph.`);return this.type==="directed"?!1:t in e.undirected}areNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&(t in e.in||t in e.out)||this.type!=="directed"&&t in e.undirected}areInboundNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areInboundNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&t in e.in||this.type!=="directed"&&t in e.undirected}areOutboundNeighbors(n,t){n=""+n,t=""+t;let e=this._nodes.get(n);if(!e)throw new H(`Graph.areOutboundNeighbors: could not find the "${n}" node in the graph.`);return this.type!=="undirected"&&t in e.out||this.type!=="directed"&&t in e.undirected}inDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.inDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree}outDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.outDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.outDegree}directedDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.directedDegree: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree+t.outDegree}undirectedDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.undirectedDegree: could not find the "${n}" node in the graph.`);return this.type==="directed"?0:t.undirectedDegree}inboundDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.inboundDegree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.inDegree),e}outboundDegree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.outboundDegree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.outDegree),e}degree(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.degree: could not find the "${n}" node in the graph.`);let e=0;return this.type!=="directed"&&(e+=t.undirectedDegree),this.type!=="undirected"&&(e+=t.inDegree+t.outDegree),e}inDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.inDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree-t.directedLoops}outDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.outDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.outDegree-t.directedLoops}directedDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.directedDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="undirected"?0:t.inDegree+t.outDegree-t.directedLoops*2}undirectedDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.undirectedDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);return this.type==="directed"?0:t.undirectedDegree-t.undirectedLoops*2}inboundDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.inboundDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.inDegree,r+=t.directedLoops),e-r}outboundDegreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.outboundDegreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.outDegree,r+=t.directedLoops),e-r}degreeWithoutSelfLoops(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.degreeWithoutSelfLoops: could not find the "${n}" node in the graph.`);let e=0,r=0;return this.type!=="directed"&&(e+=t.undirectedDegree,r+=t.undirectedLoops*2),this.type!=="undirected"&&(e+=t.inDegree+t.outDegree,r+=t.directedLoops*2),e-r}source(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.source: could not find the "${n}" edge in the graph.`);return t.source.key}target(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.target: could not find the "${n}" edge in the graph.`);return t.target.key}extremities(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.extremities: could not find the "${n}" edge in the graph.`);return[t.source.key,t.target.key]}opposite(n,t){n=""+n,t=""+t;let e=this._edges.get(t);if(!e)throw new H(`Graph.opposite: could not find the "${t}" edge in the graph.`);let r=e.source.key,i=e.target.key;if(n===r)return i;if(n===i)return r;throw new H(`Graph.opposite: the "${n}" node is not attached to the "${t}" edge (${r}, ${i}).`)}hasExtremity(n,t){n=""+n,t=""+t;let e=this._edges.get(n);if(!e)throw new H(`Graph.hasExtremity: could not find the "${n}" edge in the graph.`);return e.source.key===t||e.target.key===t}isUndirected(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.isUndirected: could not find the "${n}" edge in the graph.`);return t.undirected}isDirected(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.isDirected: could not find the "${n}" edge in the graph.`);return!t.undirected}isSelfLoop(n){n=""+n;let t=this._edges.get(n);if(!t)throw new H(`Graph.isSelfLoop: could not find the "${n}" edge in the graph.`);return t.source===t.target}addNode(n,t){return nu(this,n,t).key}mergeNode(n,t){if(t&&!me(t))throw new V(`Graph.mergeNode: invalid attributes. Expecting an object but got "${t}"`);n=""+n,t=t||{};let e=this._nodes.get(n);return e?(t&&(fe(e.attributes,t),this.emit("nodeAttributesUpdated",{type:"merge",key:n,attributes:e.attributes,data:t})),[n,!1]):(e=new this.NodeDataClass(n,t),this._nodes.set(n,e),this.emit("nodeAdded",{key:n,attributes:t}),[n,!0])}updateNode(n,t){if(t&&typeof t!="function")throw new V(`Graph.updateNode: invalid updater function. Expecting a function but got "${t}"`);n=""+n;let e=this._nodes.get(n);if(e){if(t){let i=e.attributes;e.attributes=t(i),this.emit("nodeAttributesUpdated",{type:"replace",key:n,attributes:e.attributes})}return[n,!1]}let r=t?t({}):{};return e=new this.NodeDataClass(n,r),this._nodes.set(n,e),this.emit("nodeAdded",{key:n,attributes:r}),[n,!0]}dropNode(n){n=""+n;let t=this._nodes.get(n);if(!t)throw new H(`Graph.dropNode: could not find the "${n}" node in the graph.`);let e;if(this.type!=="undirected"){for(let r in t.out){e=t.out[r];do wt(this,e),e=e.next;while(e)}for(let r in t.in){e=t.in[r];do wt(this,e),e=e.next;while(e)}}if(this.type!=="directed")for(let r in t.undirected){e=t.undirected[r];do wt(this,e),e=e.next;while(e)}this._nodes.delete(n),this.emit("nodeDropped",{key:n,attributes:t.attributes})}dropEdge(n){let t;if(arguments.length>1){let e=""+arguments[0],r=""+arguments[1];if(t=De(this,e,r,this.type),!t)throw new H(`Graph.dropEdge: could not find the "${e}" -> "${r}" edge in the graph.`)}else if(n=""+n,t=this._edges.get(n),!t)throw new H(`Graph.dropEdge: could not find the "${n}" edge in the graph.`);return wt(this,t),this}dropDirectedEdge(n,t){if(arguments.length<2)throw new Y("Graph.dropDirectedEdge: it does not make sense to try and drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead.");if(this.multi)throw new Y("Graph.dropDirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones.");n=""+n,t=""+t;let e=De(this,n,t,"directed");if(!e)throw new H(`Graph.dropDirectedEdge: could not find a "${n}" -> "${t}" edge in the graph.`);return wt(this,e),this}dropUndirectedEdge(n,t){if(arguments.length<2)throw new Y("Graph.dropUndirectedEdge: it does not make sense to drop a directed edge by key. What if the edge with this key is undirected? Use #.dropEdge for this purpose instead.");if(this.multi)throw new Y("Graph.dropUndirectedEdge: cannot use a {source,target} combo when dropping an edge in a MultiGraph since we cannot infer the one you want to delete as there could be multiple ones.");let e=De(this,n,t,"undirected");if(!e)throw new H(`Graph.dropUndirectedEdge: could not find a "${n}" -> "${t}" edge in the graph.`);return wt(this,e),this}clear(){this._edges.clear(),this._nodes.clear(),this._resetInstanceCounters(),this.emit("cleared")}clearEdges(){let n=this._nodes.values(),t;for(;t=n.next(),t.done!==!0;)t.value.clear();this._edges.clear(),this._resetInstanceCounters(),this.emit("edgesCleared")}getAttribute(n){return this._attributes[n]}getAttributes(){return this._attributes}hasAttribute(n){return this._attributes.hasOwnProperty(n)}setAttribute(n,t){return this._attributes[n]=t,this.emit("attributesUpdated",{type:"set",attributes:this._attributes,name:n}),this}updateAttribute(n,t){if(typeof t!="function")throw new V("Graph.updateAttribute: updater should be a function.");let e=this._attributes[n];return this._attributes[n]=t(e),this.emit("attributesUpdated",{type:"set",attributes:this._attributes,name:n}),this}removeAttribute(n){return delete this._attributes[n],this.emit("attributesUpdated",{type:"remove",attributes:this._attributes,name:n}),this}replaceAttributes(n){if(!me(n))throw new V("Graph.replaceAttributes: provided attributes are not a plain object.");return this._attributes=n,this.emit("attributesUpdated",{type:"replace",attributes:this._attributes}),this}mergeAttributes(n){if(!me(n))throw new V("Graph.mergeAttributes: provided attributes are not a plain object.");return fe(this._attributes,n),this.emit("attributesUpdated",{type:"merge",attributes:this._attributes,data:n}),this}updateAttributes(n){if(typeof n!="function")throw new V("Graph.updateAttributes: provided updater is not a function.");return this._attributes=n(this._attributes),this.emit("attributesUpdated",{type:"update",attributes:this._attributes}),this}updateEachNodeAttributes(n,t){if(typeof n!="function")throw new V("Graph.updateEachNodeAttributes: expecting an updater function.");if(t&&!Zr(t))throw new V("Graph.updateEachNodeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}");let e=this._nodes.values(),r,i;for(;r=e.next(),r.done!==!0;)i=r.value,i.attributes=n(i.key,i.attributes);this.emit("eachNodeAttributesUpdated",{hints:t||null})}updateEachEdgeAttributes(n,t){if(typeof n!="function")throw new V("Graph.updateEachEdgeAttributes: expecting an updater function.");if(t&&!Zr(t))throw new V("Graph.updateEachEdgeAttributes: invalid hints. Expecting an object having the following shape: {attributes?: [string]}");let e=this._edges.values(),r,i,o,s;for(;r=e.next(),r.done!==!0;)i=r.value,o=i.source,s=i.target,i.attributes=n(i.key,i.attributes,o.key,s.key,o.attributes,s.attributes,i.undirected);this.emit("eachEdgeAttributesUpdated",{hints:t||null})}forEachAdjacencyEntry(n){if(typeof n!="function")throw new V("Graph.forEachAdjacencyEntry: expecting a callback.");Rn(!1,!1,!1,this,n)}forEachAdjacencyEntryWithOrphans(n){if(typeof n!="function")throw new V("Graph.forEachAdjacencyEntryWithOrphans: expecting a callback.");Rn(!1,!1,!0,this,n)}forEachAssymetricAdjacencyEntry(n){if(typeof n!="function")throw new V("Graph.forEachAssymetricAdjacencyEntry: expecting a callback.");Rn(!1,!0,!1,this,n)}forEachAssymetricAdjacencyEntryWithOrphans(n){if(typeof n!="function")throw new V("Graph.forEachAssymetricAdjacencyEntryWithOrphans: expecting a callback.");Rn(!1,!0,!0,this,n)}nodes(){return Array.from(this._nodes.keys())}forEachNode(n){if(typeof n!="function")throw new V("Graph.forEachNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)r=e.value,n(r.key,r.attributes)}findNode(n){if(typeof n!="function")throw new V("Graph.findNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,n(r.key,r.attributes))return r.key}mapNodes(n){if(typeof n!="function")throw new V("Graph.mapNode: expecting a callback.");let t=this._nodes.values(),e,r,i=new Array(this.order),o=0;for(;e=t.next(),e.done!==!0;)r=e.value,i[o++]=n(r.key,r.attributes);return i}someNode(n){if(typeof n!="function")throw new V("Graph.someNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,n(r.key,r.attributes))return!0;return!1}everyNode(n){if(typeof n!="function")throw new V("Graph.everyNode: expecting a callback.");let t=this._nodes.values(),e,r;for(;e=t.next(),e.done!==!0;)if(r=e.value,!n(r.key,r.attributes))return!1;return!0}filterNodes(n){if(typeof n!="function")throw new V("Graph.filterNodes: expecting a callback.");let t=this._nodes.values(),e,r,i=[];for(;e=t.next(),e.done!==!0;)r=e.value,n(r.key,r.attributes)&&i.push(r.key);return i}reduceNodes(n,t){if(typeof n!="function")throw new V("Graph.reduceNodes: expecting a callback.");if(arguments.length<2)throw new V("Graph.reduceNodes: missing initial value. You must provide it because the callback takes more than one argument and we cannot infer the initial value from the first iteration, as you could with a simple array.");let e=t,r=this._nodes.values(),i,o;for(;i=r.next(),i.done!==!0;)o=i.value,e=n(e,o.key,o.attributes);return e}nodeEntries(){let n=this._nodes.values();return{[Symbol.iterator](){return this},next(){let t=n.next();if(t.done)return t;let e=t.value;return{value:{node:e.key,attributes:e.attributes},done:!1}}}}export(){let n=new Array(this._nodes.size),t=0;this._nodes.forEach((r,i)=>{n[t++]=ql(i,r)});let e=new Array(this._edges.size);return t=0,this._edges.forEach((r,i)=>{e[t++]=Yl(this.type,i,r)}),{options:{type:this.type,multi:this.multi,allowSelfLoops:this.allowSelfLoops},attributes:this.getAttributes(),nodes:n,edges:e}}import(n,t=!1){if(n instanceof a)return n.forEachNode((l,u)=>{t?this.mergeNode(l,u):this.addNode(l,u)}),n.forEachEdge((l,u,d,c,f,h,p)=>{t?p?this.mergeUndirectedEdgeWithKey(l,d,c,u):this.mergeDirectedEdgeWithKey(l,d,c,u):p?this.addUndirectedEdgeWithKey(l,d,c,u):this.addDirectedEdgeWithKey(l,d,c,u)}),this;if(!me(n))throw new V("Graph.import: invalid argument. Expecting a serialized graph or, alternatively, a Graph instance.");if(n.attributes){if(!me(n.attributes))throw new V("Graph.import: invalid attributes. Expecting a plain object.");t?this.mergeAttributes(n.attributes):this.replaceAttributes(n.attributes)}let e,r,i,o,s;if(n.nodes){if(i=n.nodes,!Array.isArray(i))throw new V("Graph.import: invalid nodes. Expecting an array.");for(e=0,r=i.length;e<r;e++){o=i[e],Kl(o);let{key:l,attributes:u}=o;t?this.mergeNode(l,u):this.addNode(l,u)}}if(n.edges){let l=!1;if(this.type==="undirected"&&(l=!0),i=n.edges,!Array.isArray(i))throw new V("Graph.import: invalid edges. Expecting an array.");for(e=0,r=i.length;e<r;e++){s=i[e],Zl(s);let{source:u,target:d,attributes:c,undirected:f=l}=s,h;"key"in s?(h=t?f?this.mergeUndirectedEdgeWithKey:this.mergeDirectedEdgeWithKey:f?this.addUndirectedEdgeWithKey:this.addDirectedEdgeWithKey,h.call(this,s.key,u,d,c)):(h=t?f?this.mergeUndirectedEdge:this.mergeDirectedEdge:f?this.addUndirectedEdge:this.addDirectedEdge,h.call(this,u,d,c))}}return this}nullCopy(n){let t=new a(fe({},this._options,n));return t.replaceAttributes(fe({},this.getAttributes())),t}emptyCopy(n){let t=this.nullCopy(n);return this._nodes.forEach((e,r)=>{let i=fe({},e.attributes);e=new t.NodeDataClass(r,i),t._nodes.set(r,e)}),t}copy(n){if(n=n||{},typeof n.type=="string"&&n.type!==this.type&&n.type!=="mixed")throw new Y(`Graph.copy: cannot create an incompatible copy from "${this.type}" type to "${n.type}" because this would mean losing information about the current graph.`);if(typeof n.multi=="boolean"&&n.multi!==this.multi&&n.multi!==!0)throw new Y("Graph.copy: cannot create an incompatible copy by downgrading a multi graph to a simple one because this would mean losing information about the current graph.");if(typeof n.allowSelfLoops=="boolean"&&n.allowSelfLoops!==this.allowSelfLoops&&n.allowSelfLoops!==!0)throw new Y("Graph.copy: cannot create an incompatible copy from a graph allowing self loops to one that does not because this would mean losing information about the current graph.");let t=this.emptyCopy(n),e=this._edges.values(),r,i;for(;r=e.next(),r.done!==!0;)i=r.value,ui(t,"copy",!1,i.undirected,i.key,i.source.key,i.target.key,fe({},i.attributes));return t}toJSON(){return this.export()}toString(){return"[object Graph]"}inspect(){let n={};this._nodes.forEach((i,o)=>{n[o]=i.attributes});let t={},e={};this._edges.forEach((i,o)=>{let s=i.undirected?"--":"->",l="",u=i.source.key,d=i.target.key,c;i.undirected&&u>d&&(c=u,u=d,d=c);let f=`(${u})${s}(${d})`;o.startsWith("geid_")?this.multi&&(typeof e[f]>"u"?e[f]=0:e[f]++,l+=`${e[f]}. `):l+=`[${o}]: `,l+=f,t[l]=i.attributes});let r={};for(let i in this)this.hasOwnProperty(i)&&!Qr.has(i)&&typeof this[i]!="function"&&typeof i!="symbol"&&(r[i]=this[i]);return r.attributes=this._attributes,r.nodes=n,r.edges=t,Ae(r,"constructor",this.constructor),r}};typeof Symbol<"u"&&(ne.prototype[Symbol.for("nodejs.util.inspect.custom")]=ne.prototype.inspect);eu.forEach(a=>{["add","merge","update"].forEach(n=>{let t=a.name(n),e=n==="add"?ui:au;a.generateKey?ne.prototype[t]=function(r,i,o){return e(this,t,!0,(a.type||this.type)==="undirected",null,r,i,o,n==="update")}:ne.prototype[t]=function(r,i,o,s){return e(this,t,!1,(a.type||this.type)==="undirected",r,i,o,s,n==="update")}})});hl(ne);Sl(ne);Bl(ne);Xl(ne);var wn=class extends ne{constructor(n){let t=fe({type:"directed"},n);if("multi"in t&&t.multi!==!1)throw new V("DirectedGraph.from: inconsistent indication that the graph should be multi in given options!");if(t.type!=="directed")throw new V('DirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},An=class extends ne{constructor(n){let t=fe({type:"undirected"},n);if("multi"in t&&t.multi!==!1)throw new V("UndirectedGraph.from: inconsistent indication that the graph should be multi in given options!");if(t.type!=="undirected")throw new V('UndirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},Dn=class extends ne{constructor(n){let t=fe({multi:!0},n);if("multi"in t&&t.multi!==!0)throw new V("MultiGraph.from: inconsistent indication that the graph should be simple in given options!");super(t)}},Ln=class extends ne{constructor(n){let t=fe({type:"directed",multi:!0},n);if("multi"in t&&t.multi!==!0)throw new V("MultiDirectedGraph.from: inconsistent indication that the graph should be simple in given options!");if(t.type!=="directed")throw new V('MultiDirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}},Cn=class extends ne{constructor(n){let t=fe({type:"undirected",multi:!0},n);if("multi"in t&&t.multi!==!0)throw new V("MultiUndirectedGraph.from: inconsistent indication that the graph should be simple in given options!");if(t.type!=="undirected")throw new V('MultiUndirectedGraph.from: inconsistent "'+t.type+'" type in given options!');super(t)}};function Lt(a){a.from=function(n,t){let e=fe({},n.options,t),r=new a(e);return r.import(n),r}}Lt(ne);Lt(wn);Lt(An);Lt(Dn);Lt(Ln);Lt(Cn);ne.Graph=ne;ne.DirectedGraph=wn;ne.UndirectedGraph=An;ne.MultiGraph=Dn;ne.MultiDirectedGraph=Ln;ne.MultiUndirectedGraph=Cn;ne.InvalidArgumentsGraphError=V;ne.NotFoundGraphError=H;ne.UsageGraphError=Y;function In(a,n){(n==null||n>a.length)&&(n=a.length);for(var t=0,e=Array(n);t<n;t++)e[t]=a[t];return e}function Nn(a,n){if(a){if(typeof a=="string")return In(a,n);var t={}.toString.call(a).slice(8,-1);return t==="Object"&&a.constructor&&(t=a.constructor.name),t==="Map"||t==="Set"?Array.from(a):t==="Arguments"||/^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t)?In(a,n):void 0}}function ru(a){if(Array.isArray(a))return a}function iu(a,n){var t=a==null?null:typeof Symbol<"u"&&a[Symbol.iterator]||a["@@iterator"];if(t!=null){var e,r,i,o,s=[],l=!0,u=!1;try{if(i=(t=t.call(a)).next,n===0){if(Object(t)!==t)return;l=!1}else for(;!(l=(e=i.call(t)).done)&&(s.push(e.value),s.length!==n);l=!0);}catch(d){u=!0,r=d}finally{try{if(!l&&t.return!=null&&(o=t.return(),Object(o)!==o))return}finally{if(u)throw r}}return s}}function ou(){throw new TypeError(`Invalid attempt to destructure non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}function J(a,n){return ru(a)||iu(a,n)||Nn(a,n)||ou()}function W(a,n){var t=typeof Symbol<"u"&&a[Symbol.iterator]||a["@@iterator"];if(!t){if(Array.isArray(a)||(t=Nn(a))||n&&a&&typeof a.length=="number"){t&&(a=t);var e=0,r=function(){};return{s:r,n:function(){return e>=a.length?{done:!0}:{done:!1,value:a[e++]}},e:function(l){throw l},f:r}}throw new TypeError(`Invalid attempt to iterate non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}var i,o=!0,s=!1;return{s:function(){t=t.call(a)},n:function(){var l=t.next();return o=l.done,l},e:function(l){s=!0,i=l},f:function(){try{o||t.return==null||t.return()}finally{if(s)throw i}}}}function Le(){return Float32Array.of(1,0,0,0,1,0,0,0,1)}function Pn(a,n,t){return a[0]=n,a[4]=typeof t=="number"?t:n,a}function di(a,n){var t=Math.sin(n),e=Math.cos(n);return a[0]=e,a[1]=t,a[3]=-t,a[4]=e,a}function ci(a,n,t){return a[6]=n,a[7]=t,a}function qe(a,n){var t=a[0],e=a[1],r=a[2],i=a[3],o=a[4],s=a[5],l=a[6],u=a[7],d=a[8],c=n[0],f=n[1],h=n[2],p=n[3],m=n[4],b=n[5],v=n[6],g=n[7],y=n[8];return a[0]=c*t+f*i+h*l,a[1]=c*e+f*o+h*u,a[2]=c*r+f*s+h*d,a[3]=p*t+m*i+b*l,a[4]=p*e+m*o+b*u,a[5]=p*r+m*s+b*d,a[6]=v*t+g*i+y*l,a[7]=v*e+g*o+y*u,a[8]=v*r+g*s+y*d,a}function La(a,n){var t=Math.cos(n),e=Math.sin(n);return{x:t*a.x+e*a.y,y:-e*a.x+t*a.y}}function kt(a,n){var t=arguments.length>2&&arguments[2]!==void 0?arguments[2]:1,e=a[0],r=a[1],i=a[3],o=a[4],s=a[6],l=a[7],u=n.x,d=n.y;return{x:u*e+d*i+s*t,y:u*r+d*o+l*t}}function su(a,n){var t=a.height/a.width,e=n.height/n.width;return t<1&&e>1||t>1&&e<1?1:Math.min(Math.max(e,1/e),Math.max(1/t,t))}function Ye(a,n,t,e,r){var i=a.angle,o=a.ratio,s=a.x,l=a.y,u=n.width,d=n.height,c=Le(),f=Math.min(u,d)-2*e,h=su(n,t);return r?(qe(c,ci(Le(),s,l)),qe(c,Pn(Le(),o)),qe(c,di(Le(),i)),qe(c,Pn(Le(),u/f/2/h,d/f/2/h))):(qe(c,Pn(Le(),2*(f/u)*h,2*(f/d)*h)),qe(c,di(Le(),-i)),qe(c,Pn(Le(),1/o)),qe(c,ci(Le(),-s,-l))),c}function hi(a,n,t){var e=kt(a,{x:Math.cos(n.angle),y:Math.sin(n.angle)},0),r=e.x,i=e.y;return 1/Math.sqrt(Math.pow(r,2)+Math.pow(i,2))/t.width}function Ca(a,n,t,e,r){var i=Math.floor(n/r*e),o=Math.floor(a.drawingBufferHeight/r-t/r*e);return[i,o]}var en={black:"#000000",silver:"#C0C0C0",gray:"#808080",grey:"#808080",white:"#FFFFFF",maroon:"#800000",red:"#FF0000",purple:"#800080",fuchsia:"#FF00FF",green:"#008000",lime:"#00FF00",olive:"#808000",yellow:"#FFFF00",navy:"#000080",blue:"#0000FF",teal:"#008080",aqua:"#00FFFF",darkblue:"#00008B",mediumblue:"#0000CD",darkgreen:"#006400",darkcyan:"#008B8B",deepskyblue:"#00BFFF",darkturquoise:"#00CED1",mediumspringgreen:"#00FA9A",springgreen:"#00FF7F",cyan:"#00FFFF",midnightblue:"#191970",dodgerblue:"#1E90FF",lightseagreen:"#20B2AA",forestgreen:"#228B22",seagreen:"#2E8B57",darkslategray:"#2F4F4F",darkslategrey:"#2F4F4F",limegreen:"#32CD32",mediumseagreen:"#3CB371",turquoise:"#40E0D0",royalblue:"#4169E1",steelblue:"#4682B4",darkslateblue:"#483D8B",mediumturquoise:"#48D1CC",indigo:"#4B0082",darkolivegreen:"#556B2F",cadetblue:"#5F9EA0",cornflowerblue:"#6495ED",rebeccapurple:"#663399",mediumaquamarine:"#66CDAA",dimgray:"#696969",dimgrey:"#696969",slateblue:"#6A5ACD",olivedrab:"#6B8E23",slategray:"#708090",slategrey:"#708090",lightslategray:"#778899",lightslategrey:"#778899",mediumslateblue:"#7B68EE",lawngreen:"#7CFC00",chartreuse:"#7FFF00",aquamarine:"#7FFFD4",skyblue:"#87CEEB",lightskyblue:"#87CEFA",blueviolet:"#8A2BE2",darkred:"#8B0000",darkmagenta:"#8B008B",saddlebrown:"#8B4513",darkseagreen:"#8FBC8F",lightgreen:"#90EE90",mediumpurple:"#9370DB",darkviolet:"#9400D3",palegreen:"#98FB98",darkorchid:"#9932CC",yellowgreen:"#9ACD32",sienna:"#A0522D",brown:"#A52A2A",darkgray:"#A9A9A9",darkgrey:"#A9A9A9",lightblue:"#ADD8E6",greenyellow:"#ADFF2F",paleturquoise:"#AFEEEE",lightsteelblue:"#B0C4DE",powderblue:"#B0E0E6",firebrick:"#B22222",darkgoldenrod:"#B8860B",mediumorchid:"#BA55D3",rosybrown:"#BC8F8F",darkkhaki:"#BDB76B",mediumvioletred:"#C71585",indianred:"#CD5C5C",peru:"#CD853F",chocolate:"#D2691E",tan:"#D2B48C",lightgray:"#D3D3D3",lightgrey:"#D3D3D3",thistle:"#D8BFD8",orchid:"#DA70D6",goldenrod:"#DAA520",palevioletred:"#DB7093",crimson:"#DC143C",gainsboro:"#DCDCDC",plum:"#DDA0DD",burlywood:"#DEB887",lightcyan:"#E0FFFF",lavender:"#E6E6FA",darksalmon:"#E9967A",violet:"#EE82EE",palegoldenrod:"#EEE8AA",lightcoral:"#F08080",khaki:"#F0E68C",aliceblue:"#F0F8FF",honeydew:"#F0FFF0",azure:"#F0FFFF",sandybrown:"#F4A460",wheat:"#F5DEB3",beige:"#F5F5DC",whitesmoke:"#F5F5F5",mintcream:"#F5FFFA",ghostwhite:"#F8F8FF",salmon:"#FA8072",antiquewhite:"#FAEBD7",linen:"#FAF0E6",lightgoldenrodyellow:"#FAFAD2",oldlace:"#FDF5E6",magenta:"#FF00FF",deeppink:"#FF1493",orangered:"#FF4500",tomato:"#FF6347",hotpink:"#FF69B4",coral:"#FF7F50",darkorange:"#FF8C00",lightsalmon:"#FFA07A",orange:"#FFA500",lightpink:"#FFB6C1",pink:"#FFC0CB",gold:"#FFD700",peachpuff:"#FFDAB9",navajowhite:"#FFDEAD",moccasin:"#FFE4B5",bisque:"#FFE4C4",mistyrose:"#FFE4E1",blanchedalmond:"#FFEBCD",papayawhip:"#FFEFD5",lavenderblush:"#FFF0F5",seashell:"#FFF5EE",cornsilk:"#FFF8DC",lemonchiffon:"#FFFACD",floralwhite:"#FFFAF0",snow:"#FFFAFA",lightyellow:"#FFFFE0",ivory:"#FFFFF0"},fi=new Int8Array(4),Fn=new Int32Array(fi.buffer,0,1),gi=new Float32Array(fi.buffer,0,1),lu=/^\s*rgba?\s*\(/,uu=/^\s*rgba?\s*\(\s*([0-9]*)\s*,\s*([0-9]*)\s*,\s*([0-9]*)(?:\s*,\s*(.*)?)?\)\s*$/;function zn(a){var n=0,t=0,e=0,r=1,i=a.toLowerCase();if(i==="transparent")return{r:0,g:0,b:0,a:0};if(i in en)return zn(en[i]);if(a[0]==="#")a.length===4?(n=parseInt(a.charAt(1)+a.charAt(1),16),t=parseInt(a.charAt(2)+a.charAt(2),16),e=parseInt(a.charAt(3)+a.charAt(3),16)):(n=parseInt(a.charAt(1)+a.charAt(2),16),t=parseInt(a.charAt(3)+a.charAt(4),16),e=parseInt(a.charAt(5)+a.charAt(6),16)),a.length===9&&(r=parseInt(a.charAt(7)+a.charAt(8),16)/255);else if(lu.test(a)){var o=a.match(uu);o&&(n=+o[1],t=+o[2],e=+o[3],o[4]&&(r=+o[4]))}return{r:n,g:t,b:e,a:r}}function pi(a){var n=arguments.length>1&&arguments[1]!==void 0?arguments[1]:!1,t=zn(a),e=t.r,r=t.g,i=t.b,o=t.a;return n?[e/255*o,r/255*o,i/255*o,o]:[e/255,r/255,i/255,o]}var Ct={};for(Jt in en)Ct[Jt]=Ce(en[Jt]),Ct[en[Jt]]=Ct[Jt];var Jt;function du(a,n,t,e,r){return Fn[0]=e<<24|t<<16|n<<8|a,r&&(Fn[0]=Fn[0]&4278190079),gi[0]}function Ce(a){if(a=a.toLowerCase(),typeof Ct[a]<"u")return Ct[a];var n=zn(a),t=n.r,e=n.g,r=n.b,i=n.a;i=i*255|0;var o=du(t,e,r,i,!0);return Ct[a]=o,o}function Ke(a,n){gi[0]=Ce(a);var t=Fn[0];n&&(t=t|16777216);var e=t&255,r=t>>8&255,i=t>>16&255,o=t>>24&255;return[e,r,i,o]}function Pt(a){var n=a>>>8&255,t=a>>>16&255,e=a>>>24&255,r=a&255;return(r<<24|e<<16|t<<8|n)>>>0}function ka(a,n,t,e){return(t<<24|n<<16|a<<8|e)>>>0}function vi(a,n,t,e,r,i){var o=Ca(a,t,e,r,i),s=J(o,2),l=s[0],u=s[1],d=new Uint8Array(4);a.bindFramebuffer(a.FRAMEBUFFER,n),a.readPixels(l,u,1,1,a.RGBA,a.UNSIGNED_BYTE,d);var c=J(d,4),f=c[0],h=c[1],p=c[2],m=c[3];return[f,h,p,m]}function mi(a){var n=zn(a),t=n.r,e=n.g,r=n.b,i=n.a,o=(t/255).toFixed(6),s=(e/255).toFixed(6),l=(r/255).toFixed(6),u=i.toFixed(6);return"vec4(".concat(o,", ").concat(s,", ").concat(l,", ").concat(u,")")}function cu(a,n){if(typeof a!="object"||!a)return a;var t=a[Symbol.toPrimitive];if(t!==void 0){var e=t.call(a,n||"default");if(typeof e!="object")return e;throw new TypeError("@@toPrimitive must return a primitive value.")}return(n==="string"?String:Number)(a)}function xi(a){var n=cu(a,"string");return typeof n=="symbol"?n:n+""}function D(a,n,t){return(n=xi(n))in a?Object.defineProperty(a,n,{value:t,enumerable:!0,configurable:!0,writable:!0}):a[n]=t,a}function bi(a,n){var t=Object.keys(a);if(Object.getOwnPropertySymbols){var e=Object.getOwnPropertySymbols(a);n&&(e=e.filter(function(r){return Object.getOwnPropertyDescriptor(a,r).enumerable})),t.push.apply(t,e)}return t}function U(a){for(var n=1;n<arguments.length;n++){var t=arguments[n]!=null?arguments[n]:{};n%2?bi(Object(t),!0).forEach(function(e){D(a,e,t[e])}):Object.getOwnPropertyDescriptors?Object.defineProperties(a,Object.getOwnPropertyDescriptors(t)):bi(Object(t)).forEach(function(e){Object.defineProperty(a,e,Object.getOwnPropertyDescriptor(t,e))})}return a}function K(a,n){if(!(a instanceof n))throw new TypeError("Cannot call a class as a function")}function yi(a,n){for(var t=0;t<n.length;t++){var e=n[t];e.enumerable=e.enumerable||!1,e.configurable=!0,"value"in e&&(e.writable=!0),Object.defineProperty(a,xi(e.key),e)}}function Z(a,n,t){return n&&yi(a.prototype,n),t&&yi(a,t),Object.defineProperty(a,"prototype",{writable:!1}),a}function st(a){return st=Object.setPrototypeOf?Object.getPrototypeOf.bind():function(n){return n.__proto__||Object.getPrototypeOf(n)},st(a)}function _i(){try{var a=!Boolean.prototype.valueOf.call(Reflect.construct(Boolean,[],function(){}))}catch{}return(_i=function(){return!!a})()}function hu(a){if(a===void 0)throw new ReferenceError("this hasn't been initialised - super() hasn't been called");return a}function fu(a,n){if(n&&(typeof n=="object"||typeof n=="function"))return n;if(n!==void 0)throw new TypeError("Derived constructors may only return object or undefined");return hu(a)}function oe(a,n,t){return n=st(n),fu(a,_i()?Reflect.construct(n,t||[],st(a).constructor):n.apply(a,t))}function Pa(a,n){return Pa=Object.setPrototypeOf?Object.setPrototypeOf.bind():function(t,e){return t.__proto__=e,t},Pa(a,n)}function se(a,n){if(typeof n!="function"&&n!==null)throw new TypeError("Super expression must either be null or a function");a.prototype=Object.create(n&&n.prototype,{constructor:{value:a,writable:!0,configurable:!0}}),Object.defineProperty(a,"prototype",{writable:!1}),n&&Pa(a,n)}function gu(a){if(Array.isArray(a))return In(a)}function pu(a){if(typeof Symbol<"u"&&a[Symbol.iterator]!=null||a["@@iterator"]!=null)return Array.from(a)}function vu(){throw new TypeError(`Invalid attempt to spread non-iterable instance.
In order to be iterable, non-array objects must have a [Symbol.iterator]() method.`)}function X(a){return gu(a)||pu(a)||Nn(a)||vu()}function Q(a){"@babel/helpers - typeof";return Q=typeof Symbol=="function"&&typeof Symbol.iterator=="symbol"?function(n){return typeof n}:function(n){return n&&typeof Symbol=="function"&&n.constructor===Symbol&&n!==Symbol.prototype?"symbol":typeof n},Q(a)}function Ie(a){return Q(a)==="object"&&a!==null&&"attribute"in a}function Fa(){var a=`
float sdf_circle(vec2 uv, float size) {
  return length(uv) - size;
}
`;return{name:"circle",glsl:a,uniforms:[]}}function tn(a){var n,t=WebGL2RenderingContext,e=t.UNSIGNED_BYTE,r=(n=a?.color)!==null&&n!==void 0?n:{attribute:"color"};if(!Ie(r)){var i=r,o=`
vec4 layer_fill() {
  return `.concat(mi(i),`;
}
`);return{name:"fill",uniforms:[],attributes:[],glsl:o}}var s=r.attribute,l=`
vec4 layer_fill(vec4 v_fillColor) {
  return v_fillColor;
}
`;return{name:"fill",uniforms:[],attributes:[{name:"fillColor",size:4,type:e,normalized:!0,source:s}],glsl:l}}function nn(a,n){if(typeof a=="string"){var t=pi(a).map(function(u){return u.toFixed(6)}),e=J(t,4),r=e[0],i=e[1],o=e[2],s=e[3];return{glsl:"vec4(".concat(r,", ").concat(i,", ").concat(o,", ").concat(s,")"),attributes:[],needsNodeColors:!1}}if("node"in a&&a.node)return{glsl:a.node==="source"?"v_sourceColor":"v_targetColor",attributes:[],needsNodeColors:!0};var l=a;return{glsl:"v_".concat(n),attributes:[{name:"a_".concat(n),size:4,type:WebGL2RenderingContext.UNSIGNED_BYTE,normalized:!0,source:l.attribute,defaultValue:l.default}],needsNodeColors:!1}}function Ge(a){var n=a?.color;if(n===void 0){var t=`
// Plain solid color layer
vec4 layer_plain(EdgeContext ctx) {
  return v_color;
}
`;return{name:"plain",glsl:t,uniforms:[],attributes:[]}}var e=nn(n,"plainColor"),r=`
// Plain solid color layer
vec4 layer_plain(EdgeContext ctx) {
  return `.concat(e.glsl,`;
}
`);return{name:"plain",glsl:r,uniforms:[],attributes:e.attributes,needsNodeColors:e.needsNodeColors}}function an(){var a=`
// Position at parameter t ∈ [0, 1]
vec2 path_straight_position(float t, vec2 source, vec2 target) {
  return mix(source, target, t);
}

// Total length of the path (analytical - more efficient than sampling)
float path_straight_length(vec2 source, vec2 target) {
  return length(target - source);
}
`;return{name:"straight",segments:1,minBodyLengthRatio:0,linearParameterization:!0,glsl:a,uniforms:[],attributes:[]}}function Ia(a){var n=a??{},t=n.segments,e=t===void 0?32:t,r=`
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
`;return{name:"loop",segments:e,glsl:r,needsNodeSize:!0,uniforms:[],attributes:[{name:"loopRadius",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopAngle",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopSpread",size:1,type:WebGL2RenderingContext.FLOAT},{name:"loopFixedOrientation",size:1,type:WebGL2RenderingContext.FLOAT}],variables:{loopRadius:{type:"number",default:4},loopAngle:{type:"number",default:Math.PI/4},loopSpread:{type:"number",default:80*Math.PI/180},loopFixedOrientation:{type:"number",default:0}},spread:{variable:"loopRadius",compute:function(o){return o+4}}}}var Ai=at(Rt());function Ti(a){return Q(a)==="object"&&"glsl"in a&&!("attributes"in a)}function Si(a){return Q(a)==="object"&&"glsl"in a&&!("attributes"in a)}var rn={shapes:[Fa()],variables:{},layers:[tn()],label:{},backdrop:{},labelAttachments:{}},Ft={paths:[an(),Ia()],extremities:[],variables:{},layers:[Ge()],defaultHead:"none",defaultTail:"none",label:{}},Gn=["nodes","topNodes"],Mn=["edges","topEdges"],Bn=[].concat(Mn,Gn),Ei={nodes:rn,edges:Ft,depthLayers:X(Bn)};var mu=function(n){return n},bu=function(n){return n*n},yu=function(n){return n*(2-n)},xu=function(n){return(n*=2)<1?.5*n*n:-.5*(--n*(n-2)-1)},_u=function(n){return n*n*n},Tu=function(n){return--n*n*n+1},Su=function(n){return(n*=2)<1?.5*n*n*n:.5*((n-=2)*n*n+2)},Eu=function(n){return n===0?0:Math.pow(2,10*(n-1))},Ru=function(n){return n===1?1:1-Math.pow(2,-10*n)},wu=function(n){return n===0?0:n===1?1:n<.5?Math.pow(2,10*(2*n-1))/2:(2-Math.pow(2,-10*(2*n-1)))/2},Na={linear:mu,quadraticIn:bu,quadraticOut:yu,quadraticInOut:xu,cubicIn:_u,cubicOut:Tu,cubicInOut:Su,exponentialIn:Eu,exponentialOut:Ru,exponentialInOut:wu};function On(a){return a?typeof a=="function"?a:Na[a]:Na.linear}function Ga(a){return Q(a)==="object"&&a!==null&&"attribute"in a}function Di(a){return typeof a=="function"}function Li(a){return Q(a)==="object"&&a!==null&&"when"in a&&typeof a.when=="function"&&"then"in a}function Ci(a){return Q(a)==="object"&&a!==null&&"whenState"in a&&"then"in a}function ki(a){return Q(a)==="object"&&a!==null&&"whenData"in a&&"then"in a}var Au={isHovered:!1,isLabelHovered:!1,isHidden:!1,isHighlighted:!1,isDragged:!1},Du={isHovered:!1,isLabelHovered:!1,isHidden:!1,isHighlighted:!1,parallelIndex:0,parallelCount:1},Lu={isIdle:!0,isPanning:!1,isZooming:!1,isDragging:!1,hasHovered:!1,hasHighlighted:!1};function Pi(a){return U(U({},Au),a)}function Fi(a){return U(U({},Du),a)}function Ma(a){return U(U({},Lu),a)}var Cu={x:{attribute:"x"},y:{attribute:"y"},size:{whenState:"isHovered",then:{attribute:"size",defaultValue:12},else:{attribute:"size",defaultValue:10}},color:{attribute:"color",defaultValue:"#666"},label:{attribute:"label"},visibility:{whenState:"isHidden",then:"hidden",else:"visible"},labelVisibility:{whenState:"isHovered",then:"visible",else:"auto"},backdropVisibility:{whenState:"isHovered",then:"visible",else:"hidden"},backdropColor:"#ffffff",backdropShadowColor:"rgba(0, 0, 0, 0.5)",backdropShadowBlur:12,backdropPadding:6},ku={size:{attribute:"size",defaultValue:1},color:{attribute:"color",defaultValue:"#ccc"},label:{attribute:"label"},visibility:{whenState:"isHidden",then:"hidden",else:"visible"}};var Un={nodes:U(U({},Cu),{},{depth:{whenState:"isHovered",then:"topNodes",else:"nodes"}}),edges:U(U({},ku),{},{depth:{whenState:["isHighlighted","isHovered"],then:"topEdges",else:"edges"}})};function Pu(a){return"min"in a||"max"in a||"minValue"in a||"maxValue"in a||"easing"in a}function Fu(a){return"dict"in a}function $n(a,n){return typeof a=="string"?n[a]===!0:Array.isArray(a)?a.every(function(t){return n[t]===!0}):Q(a)==="object"&&a!==null?Object.entries(a).every(function(t){var e=J(t,2),r=e[0],i=e[1];return n[r]===i}):!1}function Iu(a,n){var t=n[a.attribute];return t===void 0?a.defaultValue:t}function Nu(a,n,t){var e,r,i,o,s=n[a.attribute];if(s===void 0)return a.defaultValue;var l=Number(s);if(isNaN(l))return a.defaultValue;if(a.min===void 0&&a.max===void 0)return l;var u=(e=a.minValue)!==null&&e!==void 0?e:l,d=(r=a.maxValue)!==null&&r!==void 0?r:l;if(d===u){var c;return(c=a.min)!==null&&c!==void 0?c:l}var f=(l-u)/(d-u);f=Math.max(0,Math.min(1,f));var h=On(a.easing);f=h(f);var p=(i=a.min)!==null&&i!==void 0?i:0,m=(o=a.max)!==null&&o!==void 0?o:1;return p+f*(m-p)}function zu(a,n){var t=n[a.attribute];if(t===void 0)return a.defaultValue;var e=String(t);return e in a.dict?a.dict[e]:a.defaultValue}function Gu(a,n,t){return Fu(a)?zu(a,n):Pu(a)?Nu(a,n):Iu(a,n)}function Ii(a,n){return typeof a=="string"?!!n[a]:Array.isArray(a)?a.every(function(t){return!!n[t]}):Q(a)==="object"&&a!==null?Object.entries(a).every(function(t){var e=J(t,2),r=e[0],i=e[1];return n[r]===i}):!1}function Wn(a,n,t,e,r,i){if(a==null)return i;if(Q(a)!=="object"&&typeof a!="function")return a;if(Li(a)){var o=a.when(n,t,e,r)?a.then:a.else;return o===void 0?i:Wn(o,n,t,e,r,i)}if(Ci(a)){var s=$n(a.whenState,t)?a.then:a.else;return s===void 0?i:Wn(s,n,t,e,r,i)}if(ki(a)){var l=Ii(a.whenData,n)?a.then:a.else;return l===void 0?i:Wn(l,n,t,e,r,i)}if(Di(a)){var u=a(n,t,e,r);return u??i}if(Ga(a)){var d=Gu(a,n);return d??i}return a}function Ne(a){if(a==null)return"static";if(Li(a))return"graph-state";if(Ci(a)){var n=Ne(a.then),t=a.else!==void 0?Ne(a.else):"static";return ke("item-state",ke(n,t))}if(ki(a)){var e=Ne(a.then),r=a.else!==void 0?Ne(a.else):"static";return ke(e,r)}return Di(a)?"graph-state":(Ga(a),"static")}function ke(a,n){return a==="graph-state"||n==="graph-state"?"graph-state":a==="item-state"||n==="item-state"?"item-state":"static"}function Ba(a){if(!a)return{dependency:"static",xAttribute:null,yAttribute:null};var n=Array.isArray(a)?a:[a],t="static",e=null,r=null,i=W(n),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;if("matchData"in s&&"cases"in s)for(var l=s.cases,u=0,d=Object.values(l);u<d.length;u++)for(var c=d[u],f=0,h=Object.values(c);f<h.length;f++){var p=h[f];t=ke(t,Ne(p))}else if("matchState"in s&&"cases"in s){t=ke(t,"item-state");for(var m=s.cases,b=0,v=Object.values(m);b<v.length;b++)for(var g=v[b],y=0,_=Object.values(g);y<_.length;y++){var x=_[y];t=ke(t,Ne(x))}}else if("when"in s&&"then"in s)t="graph-state";else if("whenState"in s){t=ke(t,"item-state");var S=s.then;if(S&&Q(S)==="object")for(var A=0,E=Object.values(S);A<E.length;A++){var L=E[A];t=ke(t,Ne(L))}var T=s.else;if(T&&Q(T)==="object")for(var w=0,R=Object.values(T);w<R.length;w++){var P=R[w];t=ke(t,Ne(P))}}else if("whenData"in s){var k=s.then;if(k&&Q(k)==="object")for(var C=0,N=Object.values(k);C<N.length;C++){var z=N[C];t=ke(t,Ne(z))}var F=s.else;if(F&&Q(F)==="object")for(var I=0,M=Object.values(F);I<M.length;I++){var B=M[I];t=ke(t,Ne(B))}}else for(var O=0,$=Object.entries(s);O<$.length;O++){var j=J($[O],2),q=j[0],de=j[1];if(!Wa.has(q)&&(t=ke(t,Ne(de)),(q==="x"||q==="y")&&Ga(de))){var ae=de.attribute;q==="x"&&!e&&(e=ae),q==="y"&&!r&&(r=ae)}}}}catch(pe){i.e(pe)}finally{i.f()}return{dependency:t,xAttribute:e,yAttribute:r}}var He={size:10,color:"#666",opacity:1,shape:"circle",rotationAlignment:"viewport",labelRotationAlignment:"viewport",visibility:"visible",depth:"nodes",zIndex:0,label:"",labelColor:"#000",labelSize:12,labelFont:"sans-serif",labelVisibility:"auto",labelPosition:"right",labelAngle:0,labelDepth:"nodes",backdropVisibility:"hidden",backdropColor:"transparent",backdropShadowColor:"transparent",backdropShadowBlur:0,backdropPadding:0,backdropBorderColor:"transparent",backdropBorderWidth:0,backdropCornerRadius:0,backdropLabelPadding:-1,backdropArea:"both",labelAttachment:null,labelAttachmentPlacement:"below"},Oa={size:1,color:"#ccc",opacity:1,path:"straight",selfLoopPath:"loop",parallelSpread:.25,tail:"none",head:"none",visibility:"visible",depth:"edges",zIndex:0,label:"",labelColor:"#666",labelVisibility:"auto",labelDepth:"edges"},Wa=new Set(["when","whenState","whenData","then","else"]),Ri=Object.keys(He),Mu=Object.values(He),wi=Object.keys(Oa),Bu=Object.values(Oa);function It(a,n,t,e,r,i,o){for(var s in n){var l;if(!Wa.has(s)){var u=(l=a[s])!==null&&l!==void 0?l:o[s];a[s]=Wn(n[s],t,e,r,i,u)}}"depth"in n&&!("labelDepth"in n)&&(a.labelDepth=a.depth)}function Ni(a,n,t,e,r,i,o){var s=W(n),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;if("matchData"in u&&"cases"in u){var d,c=String((d=t[u.matchData])!==null&&d!==void 0?d:""),f=u.cases;c in f&&It(a,f[c],t,e,r,i,o)}else if("matchState"in u&&"cases"in u){var h,p=String((h=e[u.matchState])!==null&&h!==void 0?h:""),m=u.cases;p in m&&It(a,m[p],t,e,r,i,o)}else if("when"in u&&"then"in u){var b=u.when;if(!b(t,e,r,i))continue;It(a,u.then,t,e,r,i,o)}else if("whenState"in u&&"then"in u){if(!$n(u.whenState,e))continue;It(a,u.then,t,e,r,i,o)}else if("whenData"in u&&"then"in u){if(!Ii(u.whenData,t))continue;It(a,u.then,t,e,r,i,o)}else It(a,u,t,e,r,i,o)}}catch(v){s.e(v)}finally{s.f()}}function Ua(a,n,t,e,r,i){for(var o=i||{},s=o,l=0,u=Ri.length;l<u;l++)s[Ri[l]]=Mu[l];if(s.x=void 0,s.y=void 0,s.labelBackgroundColor=void 0,s.labelBackgroundPadding=void 0,s.labelCursor=void 0,!a){var d,c,f,h,p;return s.x=(d=n.x)!==null&&d!==void 0?d:0,s.y=(c=n.y)!==null&&c!==void 0?c:0,o.size=(f=n.size)!==null&&f!==void 0?f:10,o.color=(h=n.color)!==null&&h!==void 0?h:"#666",o.label=(p=n.label)!==null&&p!==void 0?p:"",o}var m=Array.isArray(a)?a:[a];return Ni(s,m,n,t,e,r,He),o}function $a(a,n,t,e,r,i){for(var o=i||{},s=o,l=0,u=wi.length;l<u;l++)s[wi[l]]=Bu[l];if(!a){var d,c,f;return o.size=(d=n.size)!==null&&d!==void 0?d:1,o.color=(c=n.color)!==null&&c!==void 0?c:"#ccc",o.label=(f=n.label)!==null&&f!==void 0?f:"",o}var h=Array.isArray(a)?a:[a];return Ni(s,h,n,t,e,r,Oa),typeof s.labelPosition=="number"&&(s.labelPosition=void 0),o}function Ou(a,n,t){var e,r;if(a==null)return t;if(typeof a=="function")return(e=a(n))!==null&&e!==void 0?e:t;if(Q(a)==="object"&&"when"in a){var i,o=a,s=o.when(n),l=s?o.then:o.else;return l===void 0?t:typeof l=="function"?(i=l(n))!==null&&i!==void 0?i:t:l??t}if(Q(a)==="object"&&"whenState"in a){var u,d=a,c=$n(d.whenState,n),f=c?d.then:d.else;return f===void 0?t:typeof f=="function"?(u=f(n))!==null&&u!==void 0?u:t:f??t}return(r=a)!==null&&r!==void 0?r:t}function Ha(a,n){var t={};if(!a)return t;var e=Array.isArray(a)?a:[a],r=W(e),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;if("when"in o&&"then"in o){var s=o.when(n),l=s?o.then:o.else;l&&Q(l)==="object"&&za(t,l,n)}else if("whenState"in o&&"then"in o){var u=$n(o.whenState,n),d=u?o.then:o.else;d&&Q(d)==="object"&&za(t,d,n)}else za(t,o,n)}}catch(c){r.e(c)}finally{r.f()}return t}function za(a,n,t){for(var e=0,r=Object.entries(n);e<r.length;e++){var i=J(r[e],2),o=i[0],s=i[1];Wa.has(o)||(a[o]=Ou(s,t))}}var Hn=(function(a){function n(){var t;return K(this,n),t=oe(this,n),t.rawEmitter=t,t}return se(n,a),Z(n)})(Ai.EventEmitter);var zi=Ei;function Va(a,n){var t=n.size;if(t!==0){var e=a.length;a.length+=t;var r=0;n.forEach(function(i){a[e+r]=i,r++})}}function Gi(a){a=a||{};for(var n=0,t=arguments.length<=1?0:arguments.length-1;n<t;n++){var e=n+1<1||arguments.length<=n+1?void 0:arguments[n+1];e&&Object.assign(a,e)}return a}function Nt(a,n){for(var t in n)if(Object.prototype.hasOwnProperty.call(n,t)&&n[t]!==a[t])return!0;return!1}function Mi(a,n){var t=a,e=n;for(var r in t)if(Object.prototype.hasOwnProperty.call(t,r)&&t[r]!==e[r])return!1;for(var i in e)if(Object.prototype.hasOwnProperty.call(e,i)&&e[i]!==t[i])return!1;return!0}function lt(a,n,t){t?a.add(n):a.delete(n)}var Oi=at(ja());var Wi={easing:"quadraticInOut",duration:150};function Ze(a){return a.labelVisibility==="visible"&&a.visibility!=="hidden"}function Xa(a){return a.backdropVisibility==="visible"&&a.visibility!=="hidden"}function Vn(a){return[a.rotationAlignment==="graph"?1:0,a.labelRotationAlignment==="graph"?1:0]}function qa(a,n,t){var e=a[n];if(e)for(var r=0;r<e.length;r++){var i=e[r];if(!(t<i.offset||t>=i.offset+i.count)){if(i.count===1)e.splice(r,1);else if(t===i.offset)i.offset++,i.count--;else if(t===i.offset+i.count-1)i.count--;else{var o=t+1,s=i.offset+i.count-o;i.count=t-i.offset,e.splice(r+1,0,{offset:o,count:s})}return}}}function Ya(a,n,t){if(!a[n]){a[n]=[{offset:t,count:1}];return}for(var e=a[n],r=e.length,i=0;i<e.length;i++)if(t<e[i].offset){r=i;break}var o=r>0?e[r-1]:null,s=r<e.length?e[r]:null,l=o&&o.offset+o.count===t,u=s&&t+1===s.offset;l&&u?(o.count+=1+s.count,e.splice(r,1)):l?o.count++:u?(s.offset--,s.count++):e.splice(r,0,{offset:t,count:1})}function Ui(a){if(!(0,Oi.default)(a))throw new Error("Sigma: invalid graph instance.")}function jn(a){var n=J(a.x,2),t=n[0],e=n[1],r=J(a.y,2),i=r[0],o=r[1],s=Math.max(e-t,o-i),l=(e+t)/2,u=(o+i)/2;(s===0||Math.abs(s)===1/0||isNaN(s))&&(s=1),isNaN(l)&&(l=0),isNaN(u)&&(u=0);var d=function(f){return{x:.5+(f.x-l)/s,y:.5+(f.y-u)/s}};return d.applyTo=function(c){c.x=.5+(c.x-l)/s,c.y=.5+(c.y-u)/s},d.inverse=function(c){return{x:l+s*(c.x-.5),y:u+s*(c.y-.5)}},d.ratio=s,d}var Xn={hideEdgesOnMove:!1,hideLabelsOnMove:!1,renderLabels:!0,renderEdgeLabels:!1,edgeLabelAnchors:"nodeLabels",enableEdgeEvents:!1,nodeLabelEvents:!1,edgeLabelEvents:!1,pickingDownSizingRatio:2,nodePickingPadding:0,edgePickingPadding:4,labelPickingPadding:10,stagePadding:30,minEdgeThickness:1.7,antiAliasingFeather:1,antialiasEdges:!0,antialiasNodes:!0,dragTimeout:100,draggedEventsTolerance:3,inertiaDuration:200,inertiaRatio:3,zoomDuration:250,zoomingRatio:1.7,doubleClickTimeout:300,doubleClickZoomingRatio:2.2,doubleClickZoomingDuration:200,tapMoveTolerance:10,zoomToSizeRatioFunction:Math.sqrt,itemSizesReference:"positions",autoRescale:!0,autoRescaleContent:"positions",enableNodeDrag:!1,getDraggedNodes:function(n){return[n]},dragPositionToAttributes:null,labelDensity:1,labelGridCellSize:100,labelRenderedSizeThreshold:6,labelPixelSnapping:!0,minCameraRatio:null,maxCameraRatio:null,enableCameraZooming:!0,enableCameraPanning:!0,enableCameraRotation:!0,enableCameraMouseRotation:!0,cameraPanBoundaries:null,gestureTarget:"graph",sharedGestureWheelMessage:"Use Ctrl + scroll to zoom the graph",sharedGestureAppleWheelMessage:"Use ⌘ + scroll to zoom the graph",sharedGestureTouchMessage:"Use two fingers to move the graph",allowInvalidContainer:!1,DEBUG_displayPickingLayer:!1,DEBUG_logShaders:!1,DEBUG_logRenderStats:!1,DEBUG_gpuTimerQueries:!1};function qn(a){if(typeof a.labelDensity!="number"||a.labelDensity<0)throw new Error("Settings: invalid `labelDensity`. Expecting a positive number.");var n=a.minCameraRatio,t=a.maxCameraRatio;if(typeof n=="number"&&typeof t=="number"&&t<n)throw new Error("Settings: invalid camera ratio boundaries. Expecting `maxCameraRatio` to be greater than `minCameraRatio`.")}function $i(a){return Gi({},Xn,a)}var Wu=new Set(["italic","oblique"]),Uu=new Set(["bold","bolder","lighter"]);function Yn(a){for(var n="normal",t="normal",e=a.trim(),r=e.split(/\s+/),i=0,o=0;o<r.length;o++){var s=r[o].toLowerCase();if(Wu.has(s))t=s,i=o+1;else if(Uu.has(s)||/^\d{3}$/.test(s))n=s,i=o+1;else if(s==="normal")i=o+1;else break}var l=r.slice(i).join(" ");return{family:l||e,weight:n,style:t}}function zt(a,n,t){var e=document.createElement(a);if(n)for(var r in n)e.style[r]=n[r];if(t)for(var i in t)e.setAttribute(i,t[i]);return e}function on(){return typeof window.devicePixelRatio<"u"?window.devicePixelRatio:1}var Ji=at(Rt());function $u(a){var n=a.type===WebGL2RenderingContext.FLOAT&&!a.normalized,t=a.type===WebGL2RenderingContext.UNSIGNED_BYTE&&a.size===4&&a.normalized;if(!n&&!t)throw new Error('Attribute "'.concat(a.name,'" is invalid: only non-normalized FLOAT and normalized UNSIGNED_BYTE with size 4 are supported.'));return a.normalized?1:a.size}function Ka(a){var n=0;return a.forEach(function(t){return n+=$u(t)}),n}function eo(a,n,t){var e=a==="VERTEX"?n.VERTEX_SHADER:n.FRAGMENT_SHADER,r=n.createShader(e);if(r===null)throw new Error("loadShader: error while creating the shader");n.shaderSource(r,t),n.compileShader(r);var i=n.getShaderParameter(r,n.COMPILE_STATUS);if(!i){var o=n.getShaderInfoLog(r);throw n.deleteShader(r),new Error(`loadShader: error while compiling the shader:
`.concat(o,`
`).concat(t))}return r}function Qa(a,n){return eo("VERTEX",a,n)}function Ja(a,n){return eo("FRAGMENT",a,n)}function er(a,n){var t=a.createProgram();if(t===null)throw new Error("loadProgram: error while creating the program.");var e,r;for(e=0,r=n.length;e<r;e++)a.attachShader(t,n[e]);a.linkProgram(t);var i=a.getProgramParameter(t,a.LINK_STATUS);if(!i){var o=a.getProgramInfoLog(t);throw a.deleteProgram(t),new Error("loadProgram: error while linking the program: ".concat(o))}return t}function Hi(a){var n=a.gl,t=a.buffer,e=a.program,r=a.vertexShader,i=a.fragmentShader;n.deleteShader(r),n.deleteShader(i),n.deleteProgram(e),n.deleteBuffer(t)}function ue(a){return a%1===0?a.toFixed(1):a.toString()}var ta=new Map,to=new Map,Hu=0;function no(a,n){var t,e=(t=a.variables)===null||t===void 0||(t=t[n.source||n.name.replace(/^a_/,"")])===null||t===void 0?void 0:t.default,r=typeof e=="number"?e:typeof n.defaultValue=="number"?n.defaultValue:0;return ue(r)}function na(a,n,t){var e,r=arguments.length>3&&arguments[3]!==void 0?arguments[3]:function(o){return"v_".concat(o.name.replace(/^a_/,""))},i=[n,t].concat(X(a.uniforms.filter(function(o){return o.type==="float"}).map(function(o){var s;return ue((s=o.value)!==null&&s!==void 0?s:0)})),X(((e=a.attributes)!==null&&e!==void 0?e:[]).map(r)));return"sdf_".concat(a.name,"(").concat(i.join(", "),")")}function Vu(a){var n,t=a.name,e=a.uniforms.filter(function(o){return o.type==="float"&&o.value!==void 0&&o.value!==0}).map(function(o){return"".concat(o.name.replace("u_",""),"=").concat(o.value)}).sort(),r=((n=a.attributes)!==null&&n!==void 0?n:[]).map(function(o){var s;return"".concat(o.name,"@").concat((s=o.source)!==null&&s!==void 0?s:"","=").concat(no(a,o))}),i=[].concat(X(e),X(r));return i.length>0&&(t+="#"+i.join("#")),t}function ju(a){var n=Vu(a);if(!ta.has(n)){var t={},e=W(a.uniforms),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;i.type==="float"&&i.value!==void 0&&(t[i.name]=i.value)}}catch(o){e.e(o)}finally{e.f()}ta.set(n,{shape:a,uniformValues:t,slug:n}),to.set(n,Hu++)}return n}function cn(a){var n;return(n=to.get(a))!==null&&n!==void 0?n:-1}function ao(a){var n=[],t=new Set,e=new Set,r=/mat2 rotate2D\(float angle\)\s*\{[^}]+\}/,i=W(a),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;if(!e.has(s.name)){e.add(s.name);var l=s.glsl;r.test(l)&&(t.has("rotate2D")?l=l.replace(r,""):t.add("rotate2D")),n.push(l)}}}catch(u){i.e(u)}finally{i.f()}return n.join(`
`)}function Xu(){return ao(Array.from(ta.values()).map(function(a){return a.shape}))}function qu(a){var n=Array.from(ta.entries());if(n.length===0)return`
float querySDF(int shapeId, vec2 uv, float size) {
  return length(uv) - size;
}
`;var t=n.map(function(e,r){var i=J(e,2),o=i[0],s=i[1].shape,l=na(s,"uv","size",function(u){var d=u.name.replace(/^a_/,"");return a!=null&&a.has(d)?"g_".concat(d):no(s,u)});return"    case ".concat(r,": return ").concat(l,"; // ").concat(o)}).join(`
`);return`
float querySDF(int shapeId, vec2 uv, float size) {
  switch (shapeId) {
`.concat(t,`
    default: return length(uv) - size;
  }
}
`)}function tr(a){return ao(a)}function hn(a){return X(new Map(a.flatMap(function(n){return n.uniforms}).map(function(n){return[n.name,n]})).values())}function Yu(a,n){if(a.length===0)return`
void queryNodeSDF(int shapeId, vec2 uv, float size) {
  context.sdf = length(uv) - size;
  context.inradiusFactor = 1.0;
}
`;var t=function(c){return na(c,"uv","size")},e=function(c){var f,h;return(f=c.inradiusFactorGLSL)!==null&&f!==void 0?f:ue((h=c.inradiusFactor)!==null&&h!==void 0?h:1)};if(a.length===1){var r=a[0];return`
void queryNodeSDF(int shapeId, vec2 uv, float size) {
  context.sdf = `.concat(t(r),`;
  context.inradiusFactor = `).concat(e(r),`;
}
`)}var i=a.map(function(d,c){return"    case ".concat(c,": // ").concat(d.name,`
      context.sdf = `).concat(t(d),`;
      context.inradiusFactor = `).concat(e(d),`;
      break;`)}).join(`
`),o=a[0],s="",l="shapeId";if(n&&n.length>1){var u=n.map(function(d,c){return"    case ".concat(d,": return ").concat(c,"; // ").concat(a[c].name)}).join(`
`);s=`
int globalToLocalShapeId(int globalId) {
  switch (globalId) {
`.concat(u,`
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
`)}var Mt={right:0,left:1,above:2,below:3,over:4},Bt=5,nr=3,ro=`
float matrixScaleX = length(vec2(u_matrix[0][0], u_matrix[1][0]));
float nodeRadiusGraphSpace = nodeSize * u_correctionRatio / u_sizeRatio * 2.0;
float nodeRadiusNDC = nodeRadiusGraphSpace * matrixScaleX;
float nodeRadiusPixels = nodeRadiusNDC * u_resolution.x / 2.0;
`,io=`
mat2 rotate2D(float angle) {
  float c = cos(angle);
  float s = sin(angle);
  return mat2(c, -s, s, c);
}
`,oo=`
vec2 getLabelDirection(float positionMode) {
  if (positionMode < 0.5) return vec2(1.0, 0.0);   // Right
  if (positionMode < 1.5) return vec2(-1.0, 0.0);  // Left
  if (positionMode < 2.5) return vec2(0.0, -1.0);  // Above
  if (positionMode < 3.5) return vec2(0.0, 1.0);   // Below
  return vec2(0.0);                                 // Over (centered)
}
`,Ku=`
float sdfBox(vec2 p, vec2 halfSize) {
  vec2 d = abs(p) - halfSize;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
`,Zu=`
float sdfRotatedBox(vec2 p, vec2 halfSize, float angle) {
  float c = cos(-angle);
  float s = sin(-angle);
  vec2 rotatedP = mat2(c, -s, s, c) * p;
  return sdfBox(rotatedP, halfSize);
}
`,Qu=`
float sdfRoundedBox(vec2 p, vec2 halfSize, float radius) {
  vec2 d = abs(p) - halfSize + radius;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - radius;
}
`,Ju=`
float sdfRoundedRotatedBox(vec2 p, vec2 halfSize, float angle, float radius) {
  float c = cos(-angle);
  float s = sin(-angle);
  vec2 rotatedP = mat2(c, -s, s, c) * p;
  return sdfRoundedBox(rotatedP, halfSize, radius);
}
`,so=`
vec2 labelBoxCenter(float positionMode, float labelStart, vec2 halfSize, float textHalfY) {
  if (positionMode < 0.5) return vec2(labelStart + halfSize.x, 0.0);    // right
  if (positionMode < 1.5) return vec2(-(labelStart + halfSize.x), 0.0); // left
  if (positionMode < 2.5) return vec2(0.0, -(labelStart + textHalfY));  // above
  if (positionMode < 3.5) return vec2(0.0, labelStart + textHalfY);     // below
  return vec2(0.0);                                                     // over
}
`,ar=2,Ve=`
vec4 readNodeData(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(ar,`;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  return texelFetch(nodeDataTexture, coord, 0);
}
`),dt=`
vec4 readNodeFlags(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(ar,` + 1;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  return texelFetch(nodeDataTexture, coord, 0);
}
`),ed=`
vec4 readNodeColor(sampler2D nodeDataTexture, int nodeDataTextureWidth, int nodeIndex) {
  int t = nodeIndex * `.concat(ar,` + 1;
  ivec2 coord = ivec2(t % nodeDataTextureWidth, t / nodeDataTextureWidth);
  vec4 texel = texelFetch(nodeDataTexture, coord, 0);
  float r = floor(texel.b / 65536.0);
  float g = floor(mod(texel.b, 65536.0) / 256.0);
  float b = mod(texel.b, 256.0);
  return vec4(r / 255.0, g / 255.0, b / 255.0, texel.a);
}
`),Ot=`
vec4 readFrameTexel(sampler2D frameTexture, int frameTextureWidth, int index) {
  ivec2 coord = ivec2(index % frameTextureWidth, index / frameTextureWidth);
  return texelFetch(frameTexture, coord, 0);
}
`;function td(a,n){var t=function(o){return na(o,"uv","size")};if(a.length===1)return{code:Vi(t(a[0])),multiShape:!1};var e=a.map(function(i,o){return"    case ".concat(n?n[o]:o,": return ").concat(t(i),";")}).join(`
`),r=`
float queryShapeSDF(int shapeId, vec2 uv, float size) {
  switch (shapeId) {
`.concat(e,`
    default: return `).concat(t(a[0]),`;
  }
}
int g_shapeId;
`).concat(Vi("queryShapeSDF(g_shapeId, uv, size)"),`
`);return{code:r,multiShape:!0}}function Vi(a){return`
float findEdgeDistance(vec2 direction, float size) {
  float lo = 0.0, hi = 2.0;
  for (int i = 0; i < 8; i++) {
    float mid = (lo + hi) * 0.5;
    vec2 uv = direction * mid;
    if (`.concat(a,` < 0.0) lo = mid; else hi = mid;
  }
  return (lo + hi) * 0.5;
}
`)}function nd(a,n){for(;!{}.hasOwnProperty.call(a,n)&&(a=st(a))!==null;);return a}function Za(){return Za=typeof Reflect<"u"&&Reflect.get?Reflect.get.bind():function(a,n,t){var e=nd(a,n);if(e){var r=Object.getOwnPropertyDescriptor(e,n);return r.get?r.get.call(arguments.length<3?a:t):r.value}},Za.apply(null,arguments)}function ge(a,n,t,e){var r=Za(st(1&e?a.prototype:a),n,t);return 2&e&&typeof r=="function"?function(i){return r.apply(t,i)}:r}var ad=1024,rd=1.5,id=4096,lo=-1,aa=(function(){function a(n,t){var e=arguments.length>2&&arguments[2]!==void 0?arguments[2]:ad;K(this,a),D(this,"texture",null),D(this,"dirty",!1),D(this,"dirtyRangeStart",1/0),D(this,"dirtyRangeEnd",-1),D(this,"indexMap",new Map),D(this,"freeIndices",[]),D(this,"nextIndex",0),this.gl=n,this.TEXELS_PER_ITEM=t,this.capacity=this.roundUpToPowerOfTwo(e);var r=this.computeTextureDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.data=new Float32Array(this.textureWidth*this.textureHeight*4),this.createTexture()}return Z(a,[{key:"computeTextureDimensions",value:function(t){var e=t*this.TEXELS_PER_ITEM,r=Math.min(e,id),i=Math.ceil(e/r);return{width:r,height:i}}},{key:"roundUpToPowerOfTwo",value:function(t){return Math.pow(2,Math.ceil(Math.log2(Math.max(1,t))))}},{key:"createTexture",value:function(){var t=this.gl;this.texture=t.createTexture(),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture),t.texImage2D(t.TEXTURE_2D,0,t.RGBA32F,this.textureWidth,this.textureHeight,0,t.RGBA,t.FLOAT,this.data),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MIN_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MAG_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_S,t.CLAMP_TO_EDGE),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_T,t.CLAMP_TO_EDGE),t.bindTexture(t.TEXTURE_2D,null)}},{key:"resize",value:function(t){if(!(t<=this.capacity)){var e=this.roundUpToPowerOfTwo(Math.ceil(t*rd)),r=this.gl,i=this.computeTextureDimensions(e),o=new Float32Array(i.width*i.height*4);o.set(this.data),this.texture&&r.deleteTexture(this.texture),this.data=o,this.capacity=e,this.textureWidth=i.width,this.textureHeight=i.height,this.createTexture(),this.dirty=!0,this.dirtyRangeStart=0,this.dirtyRangeEnd=this.nextIndex}}},{key:"allocate",value:function(t){var e=this.indexMap.get(t);if(e!==void 0)return e;var r;return this.freeIndices.length>0?r=this.freeIndices.pop():(r=this.nextIndex++,r>=this.capacity&&this.resize(r+1)),this.indexMap.set(t,r),r}},{key:"free",value:function(t){var e=this.indexMap.get(t);if(e!==void 0){this.indexMap.delete(t),this.freeIndices.push(e);for(var r=e*this.TEXELS_PER_ITEM*4,i=0;i<this.TEXELS_PER_ITEM*4;i++)this.data[r+i]=0;this.markDirty(e)}}},{key:"getIndex",value:function(t){var e;return(e=this.indexMap.get(t))!==null&&e!==void 0?e:-1}},{key:"has",value:function(t){return this.indexMap.has(t)}},{key:"markDirty",value:function(t){this.dirty=!0,this.dirtyRangeStart=Math.min(this.dirtyRangeStart,t),this.dirtyRangeEnd=Math.max(this.dirtyRangeEnd,t+1)}},{key:"upload",value:function(){if(!(!this.dirty||!this.texture)){var t=this.gl,e=this.textureWidth;t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture);var r=this.dirtyRangeStart*this.TEXELS_PER_ITEM,i=Math.min(this.dirtyRangeEnd*this.TEXELS_PER_ITEM,this.capacity*this.TEXELS_PER_ITEM);if(r<i)for(var o=Math.floor(r/e),s=Math.floor((i-1)/e),l=o;l<=s;l++){var u=l*e,d=Math.min(u+e,this.capacity*this.TEXELS_PER_ITEM),c=Math.max(r,u),f=Math.min(i,d);if(c<f){var h=c-u,p=f-c,m=this.data.subarray(c*4,f*4);t.texSubImage2D(t.TEXTURE_2D,0,h,l,p,1,t.RGBA,t.FLOAT,m)}}t.bindTexture(t.TEXTURE_2D,null),this.dirty=!1,this.dirtyRangeStart=1/0,this.dirtyRangeEnd=-1}}},{key:"bind",value:function(t){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.texture)}},{key:"getTexture",value:function(){return this.texture}},{key:"getCapacity",value:function(){return this.capacity}},{key:"getTextureWidth",value:function(){return this.textureWidth}},{key:"getTextureHeight",value:function(){return this.textureHeight}},{key:"getTexelsPerItem",value:function(){return this.TEXELS_PER_ITEM}},{key:"getCount",value:function(){return this.indexMap.size}},{key:"getHighWaterMark",value:function(){return this.nextIndex}},{key:"isDirty",value:function(){return this.dirty}},{key:"clear",value:function(){this.indexMap.clear(),this.freeIndices=[],this.nextIndex=0,this.data.fill(0),this.dirty=!0,this.dirtyRangeStart=0,this.dirtyRangeEnd=this.capacity}},{key:"restore",value:function(){this.createTexture(),this.dirty=!1,this.dirtyRangeStart=1/0,this.dirtyRangeEnd=-1}},{key:"kill",value:function(){this.texture&&(this.gl.deleteTexture(this.texture),this.texture=null),this.indexMap.clear(),this.freeIndices=[]}}])})();function Pe(a){var n={},t={},e=0,r=W(a),i;try{for(r.s();!(i=r.n()).done;){var o=i.value,s=W(o.attributes),l;try{for(s.s();!(l=s.n()).done;){var u=l.value,d=u.name.replace(/^a_/,"");d in n||(n[d]=e,t[d]=u,e+=u.size)}}catch(c){s.e(c)}finally{s.f()}}}catch(c){r.e(c)}finally{r.f()}return{floatsPerItem:e,texelsPerItem:Math.max(1,Math.ceil(e/4)),offsets:n,specs:t}}var ra=(function(a){function n(t,e,r){var i;return K(this,n),i=oe(this,n,[t,e.texelsPerItem,r]),i.floatsPerItem=e.floatsPerItem,i}return se(n,a),Z(n,[{key:"updateAllAttributes",value:function(e,r){var i=this.indexMap.get(e);i===void 0&&(i=this.allocate(e));for(var o=i*this.TEXELS_PER_ITEM*4,s=Math.min(r.length,this.floatsPerItem),l=0;l<s;l++)this.data[o+l]=r[l];this.markDirty(i)}},{key:"updateAllAttributesAtRow",value:function(e,r){e>=this.capacity&&this.resize(e+1);for(var i=e*this.TEXELS_PER_ITEM*4,o=Math.min(r.length,this.floatsPerItem),s=0;s<o;s++)this.data[i+s]=r[s];this.markDirty(e)}}])})(aa);function ia(a,n,t){for(var e=[],r=new Set,i=0;i<a.length;i++){var o=a[i],s=W(o.attributes),l;try{for(s.s();!(l=s.n()).done;){var u=l.value,d=u.name.replace(/^a_/,"");if(!r.has(d)){r.add(d);var c=n.offsets[d];if(c!==void 0){var f=t?.get(i);e.push({sourceKey:u.source||d,packedOffset:c,size:u.size,isColor:u.size===4&&!!u.normalized,defaultNum:typeof u.defaultValue=="number"?u.defaultValue:u.defaultValue===!0?1:0,defaultColor:typeof u.defaultValue=="string"?u.defaultValue:"",sourceIndex:i,hasLifecycleHook:!!(f!=null&&f.getAttributeData)})}}}}catch(h){s.e(h)}finally{s.f()}}return e}function oa(a,n,t,e,r,i){t.fill(0);for(var o=0,s=a.length;o<s;o++){var l=a[o],u=l.packedOffset,d=void 0;if(l.hasLifecycleHook){var c=r.get(l.sourceIndex-i);d=c.getAttributeData(n,l.sourceKey),d===null&&(d=n[l.sourceKey])}else d=n[l.sourceKey];if(l.isColor){var f=typeof d=="string"?d:l.defaultColor||e,h=Ke(f),p=J(h,4),m=p[0],b=p[1],v=p[2],g=p[3];t[u]=m/255,t[u+1]=b/255,t[u+2]=v/255,t[u+3]=g/255}else if(l.size===1)t[u]=typeof d=="number"?d:typeof d=="boolean"?d?1:0:l.defaultNum;else{var y=Array.isArray(d)?d:null;if(y)for(var _=0;_<l.size;_++){var x;t[u+_]=(x=y[_])!==null&&x!==void 0?x:0}}}}var Kn=["r","g","b","a"];function Gt(a,n){var t=a.offsets,e=a.specs,r=a.texelsPerItem,i=a.floatsPerItem,o=Object.keys(t);if(o.length===0||i===0)return{fetchCode:"",varyingAssignments:""};var s=n.varPrefix,l=n.baseTexelExpr,u=n.textureWidthUniform,d=n.textureSamplerUniform,c=n.outputPrefix,f=c===void 0?"v_":c,h=[];h.push("  int ".concat(s,"BaseTexel = ").concat(l,";")),h.push("");for(var p=0;p<r;p++)h.push("  ivec2 ".concat(s,"Coord").concat(p," = ivec2((").concat(s,"BaseTexel + ").concat(p,") % ").concat(u,", (").concat(s,"BaseTexel + ").concat(p,") / ").concat(u,");")),h.push("  vec4 ".concat(s,"Texel").concat(p," = texelFetch(").concat(d,", ").concat(s,"Coord").concat(p,", 0);"));h.push("");for(var m=[],b=function(){var _=g[v],x=e[_],S=t[_],A=Math.floor(S/4),E=S%4,L="".concat(s,"Texel").concat(A),T="".concat(s,"Texel").concat(A+1),w="".concat(s,"Fetched_").concat(_);if(x.size===1)h.push("  float ".concat(w," = ").concat(L,".").concat(Kn[E],";"));else if(x.size===4&&E===0)h.push("  vec4 ".concat(w," = ").concat(L,";"));else{var R=E+x.size;if(R<=4){var P="vec".concat(x.size),k=Kn.slice(E,R).join("");h.push("  ".concat(P," ").concat(w," = ").concat(L,".").concat(k,";"))}else{var C=x.size===4?"vec4":"vec".concat(x.size),N=Kn.slice(E).map(function(I){return"".concat(L,".").concat(I)}),z=Kn.slice(0,R-4).map(function(I){return"".concat(T,".").concat(I)}),F=[].concat(X(N),X(z)).join(", ");h.push("  ".concat(C," ").concat(w," = ").concat(C,"(").concat(F,");"))}}m.push("  ".concat(f).concat(_," = ").concat(w,";"))},v=0,g=o;v<g.length;v++)b();return{fetchCode:h.join(`
`),varyingAssignments:m.join(`
`)}}function rr(a,n,t){if(!(!n||t.type==="sampler2D"))switch(t.type){case"float":a.uniform1f(n,t.value);break;case"int":case"bool":a.uniform1i(n,t.value);break;case"vec2":a.uniform2fv(n,t.value);break;case"vec3":a.uniform3fv(n,t.value);break;case"vec4":a.uniform4fv(n,t.value);break;case"mat3":a.uniformMatrix3fv(n,!1,t.value);break;case"mat4":a.uniformMatrix4fv(n,!1,t.value);break}}var od=D(D(D(D(D(D(D(D({},WebGL2RenderingContext.BOOL,1),WebGL2RenderingContext.BYTE,1),WebGL2RenderingContext.UNSIGNED_BYTE,1),WebGL2RenderingContext.SHORT,2),WebGL2RenderingContext.UNSIGNED_SHORT,2),WebGL2RenderingContext.INT,4),WebGL2RenderingContext.UNSIGNED_INT,4),WebGL2RenderingContext.FLOAT,4);function Zn(a){var n=a.match(/^(#version[^\n]*\n)/);return n?n[1]+`#define PICKING_MODE
`+a.slice(n[1].length):`#define PICKING_MODE
`+a}var ct=(function(){function a(n,t,e){K(this,a),D(this,"floats",new Float32Array),D(this,"ints",new Uint32Array),D(this,"constantArray",new Float32Array),D(this,"capacity",0),D(this,"verticesCount",0),D(this,"bufferGeneration",0),D(this,"uploadedGeneration",new Map),D(this,"constantBufferGeneration",0),D(this,"uploadedConstantGeneration",new Map),D(this,"renderOffset",0),D(this,"renderCount",-1),D(this,"debugStats",{drawCalls:0,verticesDrawn:0,bufferUploadBytes:0}),D(this,"shadersLogged",!1),D(this,"pickProgram",null);var r=this.getDefinition();if(this.VERTICES=r.VERTICES,this.VERTEX_SHADER_SOURCE=r.VERTEX_SHADER_SOURCE,this.FRAGMENT_SHADER_SOURCE=r.FRAGMENT_SHADER_SOURCE,this.UNIFORMS=r.UNIFORMS,this.ATTRIBUTES=r.ATTRIBUTES,this.METHOD=r.METHOD,this.CONSTANT_ATTRIBUTES="CONSTANT_ATTRIBUTES"in r?r.CONSTANT_ATTRIBUTES:[],this.CONSTANT_DATA="CONSTANT_DATA"in r?r.CONSTANT_DATA:[],this.isInstanced="CONSTANT_ATTRIBUTES"in r,this.ATTRIBUTES_ITEMS_COUNT=Ka(this.ATTRIBUTES),this.STRIDE=this.VERTICES*this.ATTRIBUTES_ITEMS_COUNT,this.renderer=e,this.normalProgram=this.getProgramInfo("normal",n,r.VERTEX_SHADER_SOURCE,r.FRAGMENT_SHADER_SOURCE,null),this.pickProgram=this.getProgramInfo("pick",n,Zn(r.VERTEX_SHADER_SOURCE),Zn(r.FRAGMENT_SHADER_SOURCE),null),this.isInstanced){var i=Ka(this.CONSTANT_ATTRIBUTES);if(this.CONSTANT_DATA.length!==this.VERTICES)throw new Error("Program: error while getting constant data (expected ".concat(this.VERTICES," items, received ").concat(this.CONSTANT_DATA.length," instead)"));this.constantArray=new Float32Array(this.CONSTANT_DATA.length*i);for(var o=0;o<this.CONSTANT_DATA.length;o++){var s=this.CONSTANT_DATA[o];if(s.length!==i)throw new Error("Program: error while getting constant data (one vector has ".concat(s.length," items instead of ").concat(i,")"));for(var l=0;l<s.length;l++)this.constantArray[o*i+l]=s[l]}this.STRIDE=this.ATTRIBUTES_ITEMS_COUNT}}return Z(a,[{key:"kill",value:function(){Hi(this.normalProgram),this.pickProgram&&Hi(this.pickProgram)}},{key:"resetDebugStats",value:function(){this.debugStats.drawCalls=0,this.debugStats.verticesDrawn=0,this.debugStats.bufferUploadBytes=0}},{key:"getProgramInfo",value:function(t,e,r,i,o){var s=e.createBuffer();if(s===null)throw new Error("Program: error while creating the WebGL buffer.");var l=Qa(e,r),u=Ja(e,i),d=er(e,[l,u]),c={};this.UNIFORMS.forEach(function(p){var m=e.getUniformLocation(d,p);m&&(c[p]=m)});var f={};this.ATTRIBUTES.forEach(function(p){f[p.name]=e.getAttribLocation(d,p.name)});var h;if(this.isInstanced&&(this.CONSTANT_ATTRIBUTES.forEach(function(p){f[p.name]=e.getAttribLocation(d,p.name)}),h=e.createBuffer(),h===null))throw new Error("Program: error while creating the WebGL constant buffer.");return{name:t,program:d,gl:e,frameBuffer:o,buffer:s,constantBuffer:h||{},uniformLocations:c,attributeLocations:f,isPicking:t==="pick",vertexShader:l,fragmentShader:u}}},{key:"bindProgram",value:function(t){var e=this,r=0,i=t.gl,o=t.buffer;if(this.isInstanced){if(i.bindBuffer(i.ARRAY_BUFFER,t.constantBuffer),r=0,this.CONSTANT_ATTRIBUTES.forEach(function(d){return r+=e.bindAttribute(d,t,r,!1)}),this.uploadedConstantGeneration.get(t.constantBuffer)!==this.constantBufferGeneration){var l;i.bufferData(i.ARRAY_BUFFER,this.constantArray,i.STATIC_DRAW),this.uploadedConstantGeneration.set(t.constantBuffer,this.constantBufferGeneration),(l=this.renderer)!==null&&l!==void 0&&l.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.constantArray.byteLength)}if(i.bindBuffer(i.ARRAY_BUFFER,t.buffer),r=this.renderOffset*this.ATTRIBUTES_ITEMS_COUNT*Float32Array.BYTES_PER_ELEMENT,this.ATTRIBUTES.forEach(function(d){return r+=e.bindAttribute(d,t,r,!0)}),this.uploadedGeneration.get(o)!==this.bufferGeneration){var u;i.bufferData(i.ARRAY_BUFFER,this.floats,i.DYNAMIC_DRAW),this.uploadedGeneration.set(o,this.bufferGeneration),(u=this.renderer)!==null&&u!==void 0&&u.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.floats.byteLength)}}else if(i.bindBuffer(i.ARRAY_BUFFER,o),r=0,this.ATTRIBUTES.forEach(function(d){return r+=e.bindAttribute(d,t,r)}),this.uploadedGeneration.get(o)!==this.bufferGeneration){var s;i.bufferData(i.ARRAY_BUFFER,this.floats,i.DYNAMIC_DRAW),this.uploadedGeneration.set(o,this.bufferGeneration),(s=this.renderer)!==null&&s!==void 0&&s.getSetting("DEBUG_logRenderStats")&&(this.debugStats.bufferUploadBytes+=this.floats.byteLength)}i.bindBuffer(i.ARRAY_BUFFER,null)}},{key:"unbindProgram",value:function(t){var e=this;this.isInstanced?(this.CONSTANT_ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t,!1)}),this.ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t,!0)})):this.ATTRIBUTES.forEach(function(r){return e.unbindAttribute(r,t)})}},{key:"bindAttribute",value:function(t,e,r,i){var o=od[t.type];if(typeof o!="number")throw new Error('Program.bind: yet unsupported attribute type "'.concat(t.type,'"'));var s=e.attributeLocations[t.name],l=e.gl;if(s!==-1){l.enableVertexAttribArray(s);var u=this.isInstanced?(i?this.ATTRIBUTES_ITEMS_COUNT:Ka(this.CONSTANT_ATTRIBUTES))*Float32Array.BYTES_PER_ELEMENT:this.ATTRIBUTES_ITEMS_COUNT*Float32Array.BYTES_PER_ELEMENT;l.vertexAttribPointer(s,t.size,t.type,t.normalized||!1,u,r),this.isInstanced&&i&&l.vertexAttribDivisor(s,1)}return t.size*o}},{key:"unbindAttribute",value:function(t,e,r){var i=e.attributeLocations[t.name],o=e.gl;i!==-1&&(o.disableVertexAttribArray(i),this.isInstanced&&r&&o.vertexAttribDivisor(i,0))}},{key:"reallocate",value:function(t){t!==this.capacity&&(this.capacity=t,this.verticesCount=this.VERTICES*t,this.floats=new Float32Array(this.isInstanced?this.capacity*this.ATTRIBUTES_ITEMS_COUNT:this.verticesCount*this.ATTRIBUTES_ITEMS_COUNT),this.ints=new Uint32Array(this.floats.buffer),this.invalidateBuffers())}},{key:"invalidateBuffers",value:function(){this.bufferGeneration++,this.constantBufferGeneration++}},{key:"hasNothingToRender",value:function(){return this.verticesCount===0}},{key:"setTypedUniform",value:function(t,e){var r;rr(e.gl,(r=e.uniformLocations[t.name])!==null&&r!==void 0?r:null,t)}},{key:"renderProgram",value:function(t,e){var r=e.gl,i=e.program,o=e.isPicking;o?r.disable(r.BLEND):r.enable(r.BLEND),r.useProgram(i),this.setUniforms(t,e),this.drawWebGL(this.METHOD,e)}},{key:"render",value:function(t,e,r){var i;if(!this.shadersLogged&&(i=this.renderer)!==null&&i!==void 0&&i.getSetting("DEBUG_logShaders")&&(this.shadersLogged=!0,console.log("[sigma] DEBUG_logShaders: ".concat(this.constructor.name),{normal:{vertexShaderSource:this.VERTEX_SHADER_SOURCE,fragmentShaderSource:this.FRAGMENT_SHADER_SOURCE},pick:{vertexShaderSource:Zn(this.VERTEX_SHADER_SOURCE),fragmentShaderSource:Zn(this.FRAGMENT_SHADER_SOURCE)}})),!this.hasNothingToRender()){this.renderOffset=e??0,this.renderCount=r??-1;var o=this.normalProgram.gl;if(o.bindFramebuffer(o.FRAMEBUFFER,null),o.viewport(0,0,t.width*t.pixelRatio,t.height*t.pixelRatio),this.bindProgram(this.normalProgram),this.renderProgram(t,this.normalProgram),this.unbindProgram(this.normalProgram),this.pickProgram&&t.pickingFrameBuffer){var s=Math.ceil(t.width*t.pixelRatio/t.downSizingRatio),l=Math.ceil(t.height*t.pixelRatio/t.downSizingRatio);o.bindFramebuffer(o.FRAMEBUFFER,t.pickingFrameBuffer),o.viewport(0,0,s,l),this.bindProgram(this.pickProgram),this.renderProgram(t,this.pickProgram),this.unbindProgram(this.pickProgram),o.bindFramebuffer(o.FRAMEBUFFER,null),o.viewport(0,0,t.width*t.pixelRatio,t.height*t.pixelRatio)}}}},{key:"drawWebGL",value:function(t,e){var r,i=e.gl,o=this.renderCount>=0?this.renderCount:this.capacity;(r=this.renderer)!==null&&r!==void 0&&r.getSetting("DEBUG_logRenderStats")&&(this.debugStats.drawCalls++,this.debugStats.verticesDrawn+=o*this.VERTICES),this.isInstanced?i.drawArraysInstanced(t,0,this.VERTICES,o):i.drawArrays(t,this.renderOffset*this.VERTICES,o*this.VERTICES)}}])})(),et=2,fn=7,uo={below:0,above:1,left:2,right:3};function sd(){var a=`#version 300 es
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

`.concat(Ve,`
`).concat(dt,`
`).concat(Ot,`
`).concat(so,`
`).concat(io,`

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
  float gap = `).concat(et.toFixed(1),` * zoomScale * u_pixelRatio;
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
`);return a}var ld=`#version 300 es
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
`;function ud(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Bt,u=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},d=sd(),c=ld,f=(function(h){function p(){var m;K(this,p);for(var b=arguments.length,v=new Array(b),g=0;g<b;g++)v[g]=arguments[g];return m=oe(this,p,[].concat(v)),D(m,"totalCount",0),D(m,"bufferCapacity",0),m}return se(p,h),Z(p,[{key:"getDefinition",value:function(){var b=WebGL2RenderingContext,v=b.FLOAT,g=b.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:d,FRAGMENT_SHADER_SOURCE:c,METHOD:g,UNIFORMS:["u_matrix","u_resolution","u_labelPixelSnapping","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_atlasTexture"],ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:v},{name:"a_atlasRect",size:4,type:v},{name:"a_attachmentSize",size:2,type:v},{name:"a_positionMode",size:1,type:v},{name:"a_attachmentPlacement",size:1,type:v},{name:"a_labelWidth",size:1,type:v},{name:"a_labelHeight",size:1,type:v},{name:"a_textHeight",size:1,type:v},{name:"a_labelAngle",size:1,type:v}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:v}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processAttachment",value:function(b,v){var g=this.floats,y=b*this.STRIDE;g[y++]=v.nodeIndex,g[y++]=v.atlasX,g[y++]=v.atlasY,g[y++]=v.atlasW,g[y++]=v.atlasH,g[y++]=v.attachWidth,g[y++]=v.attachHeight,g[y++]=v.positionMode,g[y++]=v.attachmentPlacement,g[y++]=v.labelWidth,g[y++]=v.labelHeight,g[y++]=v.textHeight,g[y++]=v.labelAngle}},{key:"setUniforms",value:function(b,v){var g=v.gl,y=v.uniformLocations;g.uniformMatrix3fv(y.u_matrix,!1,b.matrix),g.uniform2f(y.u_resolution,b.width*b.pixelRatio,b.height*b.pixelRatio),g.uniform1f(y.u_labelPixelSnapping,b.labelPixelSnapping),g.uniform1f(y.u_sizeRatio,b.sizeRatio),g.uniform1f(y.u_correctionRatio,b.correctionRatio),g.uniform1f(y.u_cameraAngle,b.cameraAngle),g.uniform1f(y.u_pixelRatio,b.pixelRatio),g.uniform1f(y.u_labelMargin,p.labelMargin),g.uniform1f(y.u_zoomLabelSizeRatio,1/u(b.zoomRatio)),g.uniform1i(y.u_nodeDataTexture,b.nodeDataTextureUnit),g.uniform1i(y.u_nodeDataTextureWidth,b.nodeDataTextureWidth),g.uniform1i(y.u_nodeFrameTexture,b.nodeFrameTextureUnit),g.uniform1i(y.u_nodeFrameTextureWidth,b.nodeFrameTextureWidth),g.uniform1i(y.u_atlasTexture,fn)}},{key:"reallocateAttachments",value:function(b){this.totalCount=b,b>this.bufferCapacity&&(this.bufferCapacity=Math.max(b,Math.ceil(this.bufferCapacity*1.5)||10),ge(p,"reallocate",this,3)([this.bufferCapacity]))}},{key:"hasNothingToRender",value:function(){return this.totalCount===0}},{key:"drawWebGL",value:function(b,v){var g=v.gl;this.totalCount!==0&&g.drawArraysInstanced(b,0,this.VERTICES,this.totalCount)}}])})(ct);return D(f,"labelMargin",l),new f(a,n,t)}var Qe=5;function sa(a,n){return[].concat(X(n),X(a.map(function(t){var e;return{attributes:(e=t.attributes)!==null&&e!==void 0?e:[]}})))}function Wt(a,n){var t=Pe(sa(a,n)),e=new Set(a.flatMap(function(u){var d;return(d=u.attributes)!==null&&d!==void 0?d:[]}).map(function(u){return u.name.replace(/^a_/,"")})),r={},i={},o=W(e),s;try{for(o.s();!(s=o.n()).done;){var l=s.value;r[l]=t.offsets[l],i[l]=t.specs[l]}}catch(u){o.e(u)}finally{o.f()}return U(U({},t),{},{offsets:r,specs:i})}function dd(a,n){var t=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_pickingPadding","u_nodeDataTexture","u_layerAttributeTexture"]),e=new Set,r=a.flatMap(function(h){return h.uniforms}).filter(function(h){return t.has(h.name)||e.has(h.name)?!1:(e.add(h.name),!0)}).map(function(h){return"uniform ".concat(h.type," ").concat(h.name,";")}).join(`
`),i=n.flatMap(function(h){return h.uniforms}).filter(function(h){return t.has(h.name)||e.has(h.name)?!1:(e.add(h.name),!0)}).map(function(h){return"uniform ".concat(h.type," ").concat(h.name,";")}).join(`
`),o=sa(a,n),s=new Set,l=o.flatMap(function(h){return h.attributes}).filter(function(h){var p=h.name.replace(/^a_/,"");return s.has(p)?!1:(s.add(p),!0)}).map(function(h){var p=h.name.replace(/^a_/,""),m=h.size===1?"float":"vec".concat(h.size);return"out ".concat(m," v_").concat(p,";")}).join(`
`),u=Gt(Pe(o),{varPrefix:"layer",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),d=u.fetchCode,c=u.varyingAssignments,f=`#version 300 es

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
`).concat(Ve,`
`).concat(dt,`

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

`).concat(d,`

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
`);return f}function cd(a,n,t){var e=arguments.length>3&&arguments[3]!==void 0?arguments[3]:!0,r=n.map(function(p,m){var b="layer_".concat(p.name),v=[].concat(X(p.attributes.map(function(g){return"v_".concat(g.name.replace(/^a_/,""))})),X(p.uniforms.map(function(g){return g.name}))).join(", ");return"  // Layer ".concat(m+1,": ").concat(p.name,`
  color = blendOver(color, `).concat(b,"(").concat(v,"));")}).join(`

`),i=new Set(["u_correctionRatio"]),o=new Set,s=a.flatMap(function(p){return p.uniforms}).filter(function(p){return i.has(p.name)||o.has(p.name)?!1:(o.add(p.name),!0)}).map(function(p){return"uniform ".concat(p.type," ").concat(p.name,";")}).join(`
`),l=n.flatMap(function(p){return p.uniforms}).filter(function(p){return i.has(p.name)||o.has(p.name)?!1:(o.add(p.name),!0)}).map(function(p){return"uniform ".concat(p.type," ").concat(p.name,";")}).join(`
`),u=new Set,d=sa(a,n).flatMap(function(p){return p.attributes}).filter(function(p){var m=p.name.replace(/^a_/,"");return u.has(m)?!1:(u.add(m),!0)}).map(function(p){var m=p.name.replace(/^a_/,""),b=p.size===1?"float":"vec".concat(p.size);return"in ".concat(b," v_").concat(m,";")}).join(`
`),c=tr(a),f=Yu(a,t),h=`#version 300 es
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
`).concat(d,`

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
`).concat(n.map(function(p){return p.glsl}).join(`

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
`);return h}function hd(a,n){var t=new Set;return t.add("u_matrix"),t.add("u_sizeRatio"),t.add("u_correctionRatio"),t.add("u_cameraAngle"),t.add("u_pickingPadding"),t.add("u_nodeDataTexture"),t.add("u_nodeDataTextureWidth"),t.add("u_layerAttributeTexture"),t.add("u_layerAttributeTextureWidth"),t.add("u_layerAttributeTexelsPerNode"),a.forEach(function(e){e.uniforms.forEach(function(r){return t.add(r.name)})}),n.forEach(function(e){e.uniforms.forEach(function(r){return t.add(r.name)})}),Array.from(t)}function fd(a){var n=WebGL2RenderingContext,t=n.UNSIGNED_BYTE,e=n.FLOAT;return[{name:"a_nodeIndex",size:1,type:e},{name:"a_id",size:4,type:t,normalized:!0},{name:"a_opacity",size:1,type:e}]}function ji(a){var n=a.shapes,t=a.layers,e=a.shapeGlobalIds,r=a.antialias,i=r===void 0?!0:r;return{vertexShader:dd(n,t),fragmentShader:cd(n,t,e,i),uniforms:hd(n,t),attributes:fd()}}function co(a,n,t){var e=Wt(a,n),r=e.specs;return Object.keys(r).map(function(i){return"flat ".concat(t," ").concat(r[i].size===1?"float":"vec".concat(r[i].size)," v_").concat(i,";")}).join(`
`)}function gd(a){var n,t,e=a.shapes,r=a.layers,i=a.shapeGlobalIds,o=Gt(Wt(e,r),{varPrefix:"nodeAttr",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),s=e.length===1?"float inradiusFactor = ".concat(ue((n=e[0].inradiusFactor)!==null&&n!==void 0?n:1),";"):"float inradiusFactor = ".concat(ue((t=e[0].inradiusFactor)!==null&&t!==void 0?t:1),`;
  switch (int(shapeId)) {
`).concat(e.map(function(u,d){var c,f=i?i[d]:d;return"    case ".concat(f,": inradiusFactor = ").concat(ue((c=u.inradiusFactor)!==null&&c!==void 0?c:1),"; break;")}).join(`
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
`.concat(co(e,r,"out"),`

`).concat(Ve,`
`).concat(dt,`
`).concat(Ot,`

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

  `).concat(ro,`
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
`);return l}function pd(a){var n=a.shapes,t=a.layers,e=a.shapeGlobalIds,r=tr(n),i=hn(n).map(function(f){return"uniform ".concat(f.type," ").concat(f.name,";")}).join(`
`),o=function(h){return na(h,"nodeUV","1.0")},s;if(n.length===1)s="float nodeSdfNormalized = ".concat(o(n[0]),";");else{var l=n.map(function(f,h){var p=e?e[h]:h;return"    case ".concat(p,": nodeSdfNormalized = ").concat(o(f),"; break;")}).join(`
`),u=o(n[0]);s=`float nodeSdfNormalized;
  int shapeId = int(v_shapeId);
  switch (shapeId) {
`.concat(l,`
    default: nodeSdfNormalized = `).concat(u,`;
  }`)}var d=`float effectiveRadius = max(enlargedRadius - cornerRadius, 0.01);
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
`.concat(co(n,t,"in"),`

uniform float u_cameraAngle;
`).concat(i,`

layout(location = 0) out vec4 fragColor;
layout(location = 1) out vec4 fragPicking;

`).concat(r,`
`).concat(Ku,`
`).concat(Zu,`
`).concat(Qu,`
`).concat(Ju,`

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
  `).concat(d,`

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
`);return c}function vd(a){var n=["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_labelPixelSnapping","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode"],t=W(hn(a)),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.includes(r.name)||n.push(r.name)}}catch(i){t.e(i)}finally{t.f()}return n}function md(a){return{vertexShader:gd(a),fragmentShader:pd(a),uniforms:vd(a.shapes)}}function bd(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=e.shapes,u=e.layers,d=e.getAttributeTexture,c=e.shapeGlobalIds;if(l.length===0)throw new Error("createBackdropProgram: at least one shape must be provided in 'shapes'");var f=(r=s.margin)!==null&&r!==void 0?r:5,h=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},p={shapes:l,layers:u,shapeGlobalIds:c},m=md(p),b=(function(v){function g(){var y;K(this,g);for(var _=arguments.length,x=new Array(_),S=0;S<_;S++)x[S]=arguments[S];return y=oe(this,g,[].concat(x)),D(y,"totalBackdropCount",0),D(y,"bufferCapacity",0),y}return se(g,v),Z(g,[{key:"getDefinition",value:function(){var _=WebGL2RenderingContext,x=_.FLOAT,S=_.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:m.vertexShader,FRAGMENT_SHADER_SOURCE:m.fragmentShader,METHOD:S,UNIFORMS:m.uniforms,ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:x},{name:"a_labelWidth",size:1,type:x},{name:"a_labelHeight",size:1,type:x},{name:"a_textHeight",size:1,type:x},{name:"a_positionMode",size:1,type:x},{name:"a_labelAngle",size:1,type:x},{name:"a_backdropColor",size:4,type:x},{name:"a_backdropShadowColor",size:4,type:x},{name:"a_backdropShadowBlur",size:1,type:x},{name:"a_backdropPadding",size:1,type:x},{name:"a_backdropBorderColor",size:4,type:x},{name:"a_backdropExtra",size:4,type:x},{name:"a_labelBoxOffset",size:2,type:x}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:x}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processBackdrop",value:function(_,x){var S=this.floats,A=this.STRIDE,E=_*A;S[E++]=x.nodeIndex,S[E++]=x.labelWidth,S[E++]=x.labelHeight,S[E++]=x.textHeight,S[E++]=Mt[x.position],S[E++]=x.labelAngle,S[E++]=x.backdropColor[0],S[E++]=x.backdropColor[1],S[E++]=x.backdropColor[2],S[E++]=x.backdropColor[3],S[E++]=x.backdropShadowColor[0],S[E++]=x.backdropShadowColor[1],S[E++]=x.backdropShadowColor[2],S[E++]=x.backdropShadowColor[3],S[E++]=x.backdropShadowBlur,S[E++]=x.backdropPadding,S[E++]=x.backdropBorderColor[0],S[E++]=x.backdropBorderColor[1],S[E++]=x.backdropBorderColor[2],S[E++]=x.backdropBorderColor[3],S[E++]=x.backdropBorderWidth,S[E++]=x.backdropCornerRadius,S[E++]=x.backdropLabelPadding,S[E++]=x.backdropArea,S[E++]=x.labelBoxOffset[0],S[E++]=x.labelBoxOffset[1]}},{key:"setUniforms",value:function(_,x){var S=x.gl,A=x.uniformLocations;S.uniformMatrix3fv(A.u_matrix,!1,_.matrix),S.uniform1f(A.u_sizeRatio,_.sizeRatio),S.uniform1f(A.u_correctionRatio,_.correctionRatio),S.uniform1f(A.u_cameraAngle,_.cameraAngle),S.uniform2f(A.u_resolution,_.width*_.pixelRatio,_.height*_.pixelRatio),S.uniform1f(A.u_pixelRatio,_.pixelRatio),S.uniform1f(A.u_labelMargin,g.labelMargin),S.uniform1f(A.u_zoomLabelSizeRatio,1/h(_.zoomRatio)),S.uniform1f(A.u_labelPixelSnapping,_.labelPixelSnapping),S.uniform1i(A.u_nodeDataTexture,_.nodeDataTextureUnit),S.uniform1i(A.u_nodeDataTextureWidth,_.nodeDataTextureWidth),S.uniform1i(A.u_nodeFrameTexture,_.nodeFrameTextureUnit),S.uniform1i(A.u_nodeFrameTextureWidth,_.nodeFrameTextureWidth);var E=d();A.u_layerAttributeTexture&&E&&(E.bind(Qe),S.uniform1i(A.u_layerAttributeTexture,Qe),S.uniform1i(A.u_layerAttributeTextureWidth,E.getTextureWidth()),S.uniform1i(A.u_layerAttributeTexelsPerNode,E.getTexelsPerItem()));var L=W(hn(l)),T;try{for(L.s();!(T=L.n()).done;){var w=T.value;this.setTypedUniform(w,x)}}catch(R){L.e(R)}finally{L.f()}}},{key:"hasNothingToRender",value:function(){return this.totalBackdropCount===0}},{key:"drawWebGL",value:function(_,x){var S=x.gl;this.totalBackdropCount!==0&&(this.isInstanced?S.drawArraysInstanced(_,0,this.VERTICES,this.totalBackdropCount):S.drawArrays(_,0,this.totalBackdropCount*this.VERTICES))}},{key:"reallocate",value:function(_){this.totalBackdropCount=_,_>this.bufferCapacity&&(this.bufferCapacity=Math.max(_,Math.ceil(this.bufferCapacity*1.5)||10),ge(g,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return D(b,"labelMargin",f),new b(a,n,t)}var ho=(function(a){function n(){var t;K(this,n);for(var e=arguments.length,r=new Array(e),i=0;i<e;i++)r[i]=arguments[i];return t=oe(this,n,[].concat(r)),D(t,"totalCharacterCount",0),D(t,"bufferCapacity",0),t}return se(n,a),Z(n,[{key:"processLabel",value:function(e,r,i){if(i.hidden||!i.text)return 0;for(var o=i.text,s=o.length,l=0;l<s;l++){var u=o[l];this.processCharacter(r+l,i,u,l)}return s}},{key:"hasNothingToRender",value:function(){return this.totalCharacterCount===0}},{key:"drawWebGL",value:function(e,r){var i=r.gl;this.totalCharacterCount!==0&&(this.isInstanced?i.drawArraysInstanced(e,0,this.VERTICES,this.totalCharacterCount):i.drawArrays(e,0,this.totalCharacterCount*this.VERTICES))}},{key:"reallocate",value:function(e){this.totalCharacterCount=e,e>this.bufferCapacity&&(this.bufferCapacity=Math.max(e,Math.ceil(this.bufferCapacity*1.5)||1e3),ge(n,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);function yd(){var a=`#version 300 es

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

`.concat(Ve,`
`).concat(dt,`
`).concat(Ot,`
`).concat(so,`

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

  `).concat(ro,`

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
`);return a}var xd=`#version 300 es
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
`;function _d(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Bt,u=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},d=yd(),c=(function(f){function h(){var p;K(this,h);for(var m=arguments.length,b=new Array(m),v=0;v<m;v++)b[v]=arguments[v];return p=oe(this,h,[].concat(b)),D(p,"totalCount",0),D(p,"bufferCapacity",0),p}return se(h,f),Z(h,[{key:"getDefinition",value:function(){var m=WebGL2RenderingContext,b=m.FLOAT,v=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:d,FRAGMENT_SHADER_SOURCE:xd,METHOD:g,UNIFORMS:["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_pixelRatio","u_labelMargin","u_zoomLabelSizeRatio","u_labelPixelSnapping","u_pickingPadding","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth"],ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:b},{name:"a_id",size:4,type:v,normalized:!0},{name:"a_color",size:4,type:v,normalized:!0},{name:"a_labelWidth",size:1,type:b},{name:"a_labelHeight",size:1,type:b},{name:"a_textHeight",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_labelAngle",size:1,type:b},{name:"a_padding",size:1,type:b}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:b}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"processLabelBackground",value:function(m,b){var v=this.floats,g=this.ints,y=m*this.STRIDE;v[y++]=b.nodeIndex,g[y++]=b.id,v[y++]=b.color,v[y++]=b.labelWidth,v[y++]=b.labelHeight,v[y++]=b.textHeight,v[y++]=b.positionMode,v[y++]=b.labelAngle,v[y++]=b.padding}},{key:"setUniforms",value:function(m,b){var v=b.gl,g=b.uniformLocations;v.uniformMatrix3fv(g.u_matrix,!1,m.matrix),v.uniform1f(g.u_sizeRatio,m.sizeRatio),v.uniform1f(g.u_correctionRatio,m.correctionRatio),v.uniform1f(g.u_cameraAngle,m.cameraAngle),v.uniform2f(g.u_resolution,m.width*m.pixelRatio,m.height*m.pixelRatio),v.uniform1f(g.u_pixelRatio,m.pixelRatio),v.uniform1f(g.u_labelMargin,h.labelMargin),v.uniform1f(g.u_zoomLabelSizeRatio,1/u(m.zoomRatio)),v.uniform1f(g.u_labelPixelSnapping,m.labelPixelSnapping),v.uniform1f(g.u_pickingPadding,m.labelPickingPadding),v.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),v.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),v.uniform1i(g.u_nodeFrameTexture,m.nodeFrameTextureUnit),v.uniform1i(g.u_nodeFrameTextureWidth,m.nodeFrameTextureWidth)}},{key:"hasNothingToRender",value:function(){return this.totalCount===0}},{key:"drawWebGL",value:function(m,b){var v=b.gl;this.totalCount!==0&&v.drawArraysInstanced(v.TRIANGLE_STRIP,0,this.VERTICES,this.totalCount)}},{key:"reallocate",value:function(m){this.totalCount=m,m>this.bufferCapacity&&(this.bufferCapacity=Math.max(m,Math.ceil(this.bufferCapacity*1.5)||10),ge(h,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return D(c,"labelMargin",l),new c(a,n,t)}var Me={fontSize:64,buffer:8,radius:24,cutoff:.25,maxTextureSize:2048,debounceTimeout:100},sn=2,un=1e20;function Td(a,n,t,e,r){var i=a+r*4,o=document.createElement("canvas");o.width=i,o.height=i;var s=o.getContext("2d",{willReadFrequently:!0});return s.font="".concat(e," ").concat(t," ").concat(a,"px ").concat(n),s.textBaseline="alphabetic",s.textAlign="left",s.fillStyle="black",{ctx:s,canvasSize:i,gridOuter:new Float64Array(i*i),gridInner:new Float64Array(i*i),f:new Float64Array(i),z:new Float64Array(i+1),v:new Uint16Array(i)}}function Sd(a,n,t,e,r){var i=a.ctx,o=a.canvasSize,s=i.measureText(n),l=s.width,u=s.actualBoundingBoxAscent,d=s.actualBoundingBoxDescent,c=s.actualBoundingBoxLeft,f=s.actualBoundingBoxRight,h=Math.ceil(u),p=Math.ceil(c),m=Math.max(0,Math.min(o-t,Math.ceil(c)+Math.ceil(f))),b=Math.min(o-t,h+Math.ceil(d)),v=m+2*t,g=b+2*t,y=Math.max(v*g,0),_=new Uint8ClampedArray(y),x={data:_,width:v,height:g,glyphWidth:m,glyphHeight:b,glyphTop:h,glyphLeft:p,glyphAdvance:l};if(m===0||b===0)return x;var S=a.gridInner,A=a.gridOuter;i.clearRect(t,t,m,b),i.fillText(n,t+p,t+h);var E=i.getImageData(t,t,m,b);A.fill(un,0,y),S.fill(0,0,y);for(var L=0;L<b;L++)for(var T=0;T<m;T++){var w=E.data[4*(L*m+T)+3]/255;if(w!==0){var R=(L+t)*v+T+t;if(w===1)A[R]=0,S[R]=un;else{var P=.5-w;A[R]=P>0?P*P:0,S[R]=P<0?P*P:0}}}Xi(A,0,0,v,g,v,a.f,a.v,a.z),Xi(S,t,t,m,b,v,a.f,a.v,a.z);for(var k=0;k<y;k++){var C=Math.sqrt(A[k])-Math.sqrt(S[k]);_[k]=Math.round(255-255*(C/e+r))}return x}function Xi(a,n,t,e,r,i,o,s,l){for(var u=n;u<n+e;u++)qi(a,t*i+u,i,r,o,s,l);for(var d=t;d<t+r;d++)qi(a,d*i+n,1,e,o,s,l)}function qi(a,n,t,e,r,i,o){i[0]=0,o[0]=-un,o[1]=un,r[0]=a[n];for(var s=1,l=0,u=0;s<e;s++){r[s]=a[n+s*t];var d=s*s;do{var c=i[l];u=(r[s]-r[c]+d-c*c)/(s-c)/2}while(u<=o[l]&&--l>-1);l++,i[l]=s,o[l]=u,o[l+1]=un}for(var f=0,h=0;f<e;f++){for(;o[h+1]<f;)h++;var p=i[h],m=f-p;a[n+f*t]=r[p]+m*m}}var ut=(function(a){function n(){var t,e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{};return K(this,n),t=oe(this,n),D(t,"fonts",new Map),D(t,"textures",[]),D(t,"cursor",{x:0,y:0,rowHeight:0,atlasIndex:0}),D(t,"pendingGlyphs",[]),D(t,"debounceTimer",null),t.options=U(U({},Me),e),t.canvas=document.createElement("canvas"),t.canvas.width=t.options.maxTextureSize,t.canvas.height=t.options.maxTextureSize,t.ctx=t.canvas.getContext("2d",{willReadFrequently:!0}),t.measureCanvas=document.createElement("canvas"),t.measureCtx=t.measureCanvas.getContext("2d"),t.textures.push(t.ctx.getImageData(0,0,1,1)),t}return se(n,a),Z(n,[{key:"getFontKey",value:function(e){return"".concat(e.family,"-").concat(e.weight,"-").concat(e.style)}},{key:"registerFont",value:function(e){var r=this.getFontKey(e);if(this.fonts.has(r))return r;var i=Td(this.options.fontSize,e.family,e.weight,e.style,this.options.buffer);return this.fonts.set(r,{descriptor:e,generator:i,glyphs:new Map}),r}},{key:"ensureGlyphs",value:function(e,r){var i=this.fonts.get(r);if(!i)throw new Error('Font "'.concat(r,'" is not registered. Call registerFont() first.'));var o=!1,s=W(e),l;try{for(s.s();!(l=s.n()).done;){var u=l.value,d=u.codePointAt(0);d!==void 0&&(i.glyphs.has(d)||(this.pendingGlyphs.push({fontKey:r,charCode:d}),o=!0))}}catch(c){s.e(c)}finally{s.f()}o&&this.scheduleTextureGeneration()}},{key:"measureText",value:function(e,r){var i=this.fonts.get(r);if(!i)throw new Error('Font "'.concat(r,'" is not registered.'));var o=i.descriptor,s=o.family,l=o.weight,u=o.style;return this.measureCtx.font="".concat(u," ").concat(l," ").concat(this.options.fontSize,"px ").concat(s),this.measureCtx.measureText(e).width}},{key:"getGlyph",value:function(e,r){var i=this.fonts.get(r);if(i)return i.glyphs.get(e)}},{key:"getTextures",value:function(){return this.textures}},{key:"getFontCount",value:function(){return this.fonts.size}},{key:"getGlyphCount",value:function(){var e=0,r=W(this.fonts.values()),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;e+=o.glyphs.size}}catch(s){r.e(s)}finally{r.f()}return e}},{key:"hasPendingGlyphs",value:function(){return this.pendingGlyphs.length>0}},{key:"flush",value:function(){this.debounceTimer&&(clearTimeout(this.debounceTimer),this.debounceTimer=null),this.generateTextures()}},{key:"destroy",value:function(){this.debounceTimer&&clearTimeout(this.debounceTimer),this.fonts.clear(),this.textures=[],this.pendingGlyphs=[],this.removeAllListeners()}},{key:"scheduleTextureGeneration",value:function(){var e=this;this.debounceTimer===null&&(this.options.debounceTimeout===null?this.generateTextures():this.debounceTimer=setTimeout(function(){e.debounceTimer=null,e.generateTextures()},this.options.debounceTimeout))}},{key:"generateTextures",value:function(){if(this.pendingGlyphs.length!==0){var e=this.options,r=e.maxTextureSize,i=e.buffer,o=e.radius,s=e.cutoff,l=W(this.pendingGlyphs),u;try{for(l.s();!(u=l.n()).done;){var d=u.value,c=d.fontKey,f=d.charCode,h=this.fonts.get(c);if(!(!h||h.glyphs.has(f))){var p=String.fromCodePoint(f),m=Sd(h.generator,p,i,o,s),b=m.width,v=m.height;this.cursor.x+b+sn>r&&(this.cursor.x=0,this.cursor.y+=this.cursor.rowHeight+sn,this.cursor.rowHeight=0),this.cursor.y+v+sn>r&&(this.finalizeCurrentTexture(),this.cursor={x:0,y:0,rowHeight:0,atlasIndex:this.cursor.atlasIndex+1},this.ctx.clearRect(0,0,r,r));for(var g=m.data,y=new Uint8ClampedArray(b*v*4),_=0;_<g.length;_++){var x=_*4;y[x]=255,y[x+1]=255,y[x+2]=255,y[x+3]=g[_]}var S=new ImageData(y,b,v);this.ctx.putImageData(S,this.cursor.x,this.cursor.y);var A={charCode:f,width:m.glyphWidth,height:m.glyphHeight,bearingX:-m.glyphLeft-i,bearingY:m.glyphTop+i,advance:m.glyphAdvance,atlasX:this.cursor.x,atlasY:this.cursor.y,atlasWidth:b,atlasHeight:v,atlasIndex:this.cursor.atlasIndex};h.glyphs.set(f,A),this.cursor.x+=b+sn,this.cursor.rowHeight=Math.max(this.cursor.rowHeight,v)}}}catch(E){l.e(E)}finally{l.f()}this.finalizeCurrentTexture(),this.pendingGlyphs=[],this.emit(n.ATLAS_UPDATED_EVENT,{textures:this.textures,glyphCount:this.getGlyphCount()})}}},{key:"finalizeCurrentTexture",value:function(){var e=this.options.maxTextureSize,r=this.cursor.y>0||this.cursor.rowHeight>0,i=Math.min(e,Math.max(this.cursor.x,r?e:1)),o=Math.min(e,this.cursor.y+this.cursor.rowHeight+sn),s=this.ctx.getImageData(0,0,i,o);this.cursor.atlasIndex>=this.textures.length?this.textures.push(s):this.textures[this.cursor.atlasIndex]=s}}])})(Ji.EventEmitter);D(ut,"ATLAS_UPDATED_EVENT","atlasUpdated");var Ed=Me.fontSize;function Rd(){var a=`  // -------------------------------------------------------------------------
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
const float ATLAS_FONT_SIZE = `.concat(ue(Ed),`;

// ============================================================================
// Helper Functions
// ============================================================================

`).concat(Ve,`
`).concat(dt,`
`).concat(Ot,`
`).concat(oo,`

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
`);return n}function wd(){var a=`#version 300 es
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
`;return a}function Ad(){return["u_matrix","u_sizeRatio","u_correctionRatio","u_cameraAngle","u_resolution","u_atlasSize","u_atlas","u_gamma","u_sdfBuffer","u_pixelRatio","u_nodeDataTexture","u_nodeDataTextureWidth","u_nodeFrameTexture","u_nodeFrameTextureWidth","u_zoomLabelSizeRatio","u_labelPixelSnapping"]}function Dd(){return{vertexShader:Rd(),fragmentShader:wd(),uniforms:Ad()}}function Ld(a,n,t,e){var r,i,o=e.label,s=o===void 0?{}:o,l=(r=s.margin)!==null&&r!==void 0?r:Bt,u=(i=s.zoomToLabelSizeRatioFunction)!==null&&i!==void 0?i:function(){return 1},d=Dd(),c=(function(f){function h(p,m,b){var v,g,y,_;if(K(this,h),_=oe(this,h,[p,m,b]),D(_,"atlasTexture",null),D(_,"atlasNeedsUpdate",!1),D(_,"labelGlyphCache",new Map),_.atlasFontSize=Me.fontSize*on(),_.atlasManager=new ut({fontSize:_.atlasFontSize}),_.gamma=.025,_.sdfBuffer=Me.cutoff,_.atlasTexture=p.createTexture(),!_.atlasTexture)throw new Error("NodeLabelProgram: failed to create atlas texture");p.bindTexture(p.TEXTURE_2D,_.atlasTexture),p.texParameteri(p.TEXTURE_2D,p.TEXTURE_WRAP_S,p.CLAMP_TO_EDGE),p.texParameteri(p.TEXTURE_2D,p.TEXTURE_WRAP_T,p.CLAMP_TO_EDGE),p.texParameteri(p.TEXTURE_2D,p.TEXTURE_MIN_FILTER,p.LINEAR),p.texParameteri(p.TEXTURE_2D,p.TEXTURE_MAG_FILTER,p.LINEAR),p.bindTexture(p.TEXTURE_2D,null),_.atlasManager.on(ut.ATLAS_UPDATED_EVENT,function(){_.atlasNeedsUpdate=!0});var x={family:((v=s.font)===null||v===void 0?void 0:v.family)||"sans-serif",weight:((g=s.font)===null||g===void 0?void 0:g.weight)||"normal",style:((y=s.font)===null||y===void 0?void 0:y.style)||"normal"};return _.defaultFontKey=_.atlasManager.registerFont(x),_}return se(h,f),Z(h,[{key:"getDefinition",value:function(){var m=WebGL2RenderingContext,b=m.FLOAT,v=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:d.vertexShader,FRAGMENT_SHADER_SOURCE:d.fragmentShader,METHOD:g,UNIFORMS:d.uniforms,ATTRIBUTES:[{name:"a_nodeIndex",size:1,type:b},{name:"a_charOffset",size:2,type:b},{name:"a_charSize",size:2,type:b},{name:"a_texCoords",size:4,type:b},{name:"a_color",size:4,type:v,normalized:!0},{name:"a_margin",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_labelWidth",size:1,type:b},{name:"a_labelHeight",size:1,type:b},{name:"a_verticalCenter",size:1,type:b},{name:"a_textHeight",size:1,type:b},{name:"a_labelAngle",size:1,type:b}],CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:b}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"prepareLabelGlyphs",value:function(m,b){if(b.hidden||!b.text){this.labelGlyphCache.delete(m);return}var v=b.text,g=b.fontKey||this.defaultFontKey;this.atlasManager.ensureGlyphs(v,g);var y=[],_=[],x=0,S=0,A=0,E=W(v),L;try{for(E.s();!(L=E.n()).done;){var T=L.value,w=T.codePointAt(0);if(w===void 0){y.push(void 0),_.push(x);continue}var R=this.atlasManager.getGlyph(w,g);y.push(R),_.push(x),R&&(x+=R.advance,S=Math.max(S,R.bearingY),A=Math.max(A,R.atlasHeight-R.bearingY))}}catch(P){E.e(P)}finally{E.f()}this.labelGlyphCache.set(m,{glyphs:y,xOffsets:_,totalWidth:x,totalHeight:S+A,verticalCenterOffset:(S-A)/2})}},{key:"processCharacter",value:function(m,b,v,g){var y=this.floats,_=this.STRIDE,x=m*_,S=this.labelGlyphCache.get(b.parentKey);if(!S||!S.glyphs[g]){for(var A=0;A<_;A++)y[x+A]=0;return}var E=S.glyphs[g],L=S.xOffsets[g],T=b.size/this.atlasFontSize,w=Ce(b.color),R=x;y[R++]=b.nodeIndex,y[R++]=(L+E.bearingX)*T,y[R++]=-E.bearingY*T,y[R++]=E.atlasWidth*T,y[R++]=E.atlasHeight*T,y[R++]=E.atlasX,y[R++]=E.atlasY,y[R++]=E.atlasWidth,y[R++]=E.atlasHeight,y[R++]=w,y[R++]=b.margin,y[R++]=Mt[b.position],y[R++]=S.totalWidth*T,y[R++]=b.size,y[R++]=S.verticalCenterOffset*T,y[R++]=S.totalHeight*T,y[R++]=b.labelAngle}},{key:"processLabel",value:function(m,b,v){return this.prepareLabelGlyphs(m,v),ge(h,"processLabel",this,3)([m,b,v])}},{key:"updateAtlasTexture",value:function(){if(this.atlasNeedsUpdate){var m=this.normalProgram.gl,b=this.atlasManager.getTextures();if(b.length!==0){var v=b[0];m.bindTexture(m.TEXTURE_2D,this.atlasTexture),m.texImage2D(m.TEXTURE_2D,0,m.RGBA,v.width,v.height,0,m.RGBA,m.UNSIGNED_BYTE,v.data),m.bindTexture(m.TEXTURE_2D,null),this.atlasNeedsUpdate=!1}}}},{key:"setUniforms",value:function(m,b){var v=b.gl,g=b.uniformLocations;v.uniformMatrix3fv(g.u_matrix,!1,m.matrix),v.uniform1f(g.u_sizeRatio,m.sizeRatio),v.uniform1f(g.u_correctionRatio,m.correctionRatio),v.uniform1f(g.u_cameraAngle,m.cameraAngle),v.uniform2f(g.u_resolution,m.width*m.pixelRatio,m.height*m.pixelRatio);var y=this.atlasManager.getTextures();y.length>0?v.uniform2f(g.u_atlasSize,y[0].width,y[0].height):v.uniform2f(g.u_atlasSize,1,1),v.activeTexture(v.TEXTURE0),v.bindTexture(v.TEXTURE_2D,this.atlasTexture),v.uniform1i(g.u_atlas,0),g.u_nodeDataTexture!==void 0&&v.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),g.u_nodeDataTextureWidth!==void 0&&v.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),v.uniform1i(g.u_nodeFrameTexture,m.nodeFrameTextureUnit),v.uniform1i(g.u_nodeFrameTextureWidth,m.nodeFrameTextureWidth),v.uniform1f(g.u_gamma,this.gamma),v.uniform1f(g.u_sdfBuffer,this.sdfBuffer),v.uniform1f(g.u_pixelRatio,m.pixelRatio),v.uniform1f(g.u_zoomLabelSizeRatio,1/h.zoomToLabelSizeRatioFunction(m.zoomRatio)),v.uniform1f(g.u_labelPixelSnapping,m.labelPixelSnapping)}},{key:"renderProgram",value:function(m,b){this.updateAtlasTexture(),this.atlasManager.hasPendingGlyphs()&&(this.atlasManager.flush(),this.updateAtlasTexture()),ge(h,"renderProgram",this,3)([m,b])}},{key:"registerFont",value:function(m){var b=arguments.length>1&&arguments[1]!==void 0?arguments[1]:"normal",v=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"normal";return this.atlasManager.registerFont({family:m,weight:b,style:v})}},{key:"getAtlasManager",value:function(){return this.atlasManager}},{key:"measureLabel",value:function(m,b,v){var g=v||this.defaultFontKey;this.atlasManager.ensureGlyphs(m,g),this.atlasManager.hasPendingGlyphs()&&this.atlasManager.flush();var y=0,_=0,x=0,S=W(m),A;try{for(S.s();!(A=S.n()).done;){var E=A.value,L=E.codePointAt(0);if(L!==void 0){var T=this.atlasManager.getGlyph(L,g);T&&(y+=T.advance,_=Math.max(_,T.bearingY),x=Math.max(x,T.atlasHeight-T.bearingY))}}}catch(R){S.e(R)}finally{S.f()}var w=b/this.atlasFontSize;return{width:y*w,height:b,textHeight:(_+x)*w}}},{key:"ensureGlyphsReady",value:function(m,b){var v=b||this.defaultFontKey,g=W(m),y;try{for(g.s();!(y=g.n()).done;){var _=y.value;this.atlasManager.ensureGlyphs(_,v)}}catch(x){g.e(x)}finally{g.f()}this.atlasManager.flush()}},{key:"kill",value:function(){var m=this.normalProgram.gl;this.atlasTexture&&(m.deleteTexture(this.atlasTexture),this.atlasTexture=null),this.atlasManager.destroy(),this.labelGlyphCache.clear(),ge(h,"kill",this,3)([])}}])})(ho);return D(c,"labelMargin",l),D(c,"zoomToLabelSizeRatioFunction",u),new c(a,n,t)}var Cd=`#version 300 es
precision highp float;

in float v_edgeDist;

// R32F target: only the .r channel is stored.
out vec4 fragColor;

void main() {
  fragColor = vec4(v_edgeDist, 0.0, 0.0, 0.0);
}
`;function kd(a,n,t){var e=tr(a),r=hn(a).map(function(p){return"uniform ".concat(p.type," ").concat(p.name,";")}).join(`
`),i=td(a,t),o=i.code,s=i.multiShape,l=Wt(a,n),u=Object.keys(l.specs).map(function(p){return"float v_".concat(p,";")}).join(`
`),d=Gt(l,{varPrefix:"nodeAttr",baseTexelExpr:"nodeIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture"}),c=d.fetchCode,f=d.varyingAssignments,h=`#version 300 es
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
`).concat(u,`

`).concat(Ve,`
`).concat(dt,`
`).concat(e,`
`).concat(o,`
`).concat(oo,`

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
`);return h}var fo=(function(){function a(n,t){K(this,a),D(this,"uniformLocations",{});var e=t.shapes,r=t.layers,i=t.shapeGlobalIds;if(e.length===0)throw new Error("NodeLabelFramePass: at least one shape must be provided");this.gl=n,this.shapeUniforms=hn(e),this.hasAttributeData=Object.keys(Wt(e,r).offsets).length>0,this.vertexShader=Qa(n,kd(e,r,i)),this.fragmentShader=Ja(n,Cd),this.program=er(n,[this.vertexShader,this.fragmentShader]);var o=["u_cameraAngle","u_nodeDataTexture","u_nodeDataTextureWidth","u_frameTextureWidth","u_frameTextureHeight","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode"].concat(X(this.shapeUniforms.map(function(v){return v.name}))),s=W(o),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;this.uniformLocations[u]=n.getUniformLocation(this.program,u)}}catch(v){s.e(v)}finally{s.f()}var d=a.FLOATS_PER_POINT*4;this.vao=n.createVertexArray(),this.buffer=n.createBuffer(),n.bindVertexArray(this.vao),n.bindBuffer(n.ARRAY_BUFFER,this.buffer);var c=W([["a_nodeIndex",0],["a_positionMode",4],["a_labelAngle",8]]),f;try{for(c.s();!(f=c.n()).done;){var h=J(f.value,2),p=h[0],m=h[1],b=n.getAttribLocation(this.program,p);b>=0&&(n.enableVertexAttribArray(b),n.vertexAttribPointer(b,1,n.FLOAT,!1,d,m))}}catch(v){c.e(v)}finally{c.f()}n.bindVertexArray(null)}return Z(a,[{key:"run",value:function(t,e,r,i,o){if(e!==0){var s=this.gl;s.useProgram(this.program),s.bindVertexArray(this.vao),s.bindBuffer(s.ARRAY_BUFFER,this.buffer),s.bufferData(s.ARRAY_BUFFER,t.subarray(0,e*a.FLOATS_PER_POINT),s.DYNAMIC_DRAW);var l=this.uniformLocations;s.uniform1f(l.u_cameraAngle,i.cameraAngle),s.uniform1i(l.u_nodeDataTexture,i.nodeDataTextureUnit),s.uniform1i(l.u_nodeDataTextureWidth,i.nodeDataTextureWidth),s.uniform1f(l.u_frameTextureWidth,r.getTextureWidth()),s.uniform1f(l.u_frameTextureHeight,r.getTextureHeight()),this.hasAttributeData&&o&&(o.bind(Qe),l.u_layerAttributeTexture&&s.uniform1i(l.u_layerAttributeTexture,Qe),l.u_layerAttributeTextureWidth&&s.uniform1i(l.u_layerAttributeTextureWidth,o.getTextureWidth()),l.u_layerAttributeTexelsPerNode&&s.uniform1i(l.u_layerAttributeTexelsPerNode,o.getTexelsPerItem()));var u=W(this.shapeUniforms),d;try{for(u.s();!(d=u.n()).done;){var c=d.value;rr(s,this.uniformLocations[c.name],c)}}catch(f){u.e(f)}finally{u.f()}r.bindAsRenderTarget(),s.disable(s.BLEND),s.disable(s.DEPTH_TEST),s.drawArrays(s.POINTS,0,e),s.bindFramebuffer(s.FRAMEBUFFER,null),s.bindVertexArray(null)}}},{key:"kill",value:function(){var t=this.gl;t.deleteProgram(this.program),t.deleteShader(this.vertexShader),t.deleteShader(this.fragmentShader),t.deleteBuffer(this.buffer),t.deleteVertexArray(this.vao)}}])})();D(fo,"FLOATS_PER_POINT",3);function go(a,n,t,e,r){var i,o=e.label,s=o===void 0?{}:o,l=e.shapes;if(l.length===0)throw new Error("createNodeProgram: at least one shape must be provided in 'shapes'");var u={},d=[],c;l.forEach(function(A,E){var L=ju(A);E===0&&(c=L),u[A.name]=E,d[E]=cn(L)});var f=X(e.layers),h=ji({shapes:l,layers:f,shapeGlobalIds:l.length>1?d:void 0,antialias:r}),p=Ld(a,null,t,{label:s}),m=bd(a,null,t,{shapes:l,layers:f,getAttributeTexture:function(){return S.getAttributeTexture()},label:s,shapeGlobalIds:l.length>1?d:void 0}),b=_d(a,n,t,{label:s}),v=e.labelAttachments&&Object.keys(e.labelAttachments).length>0?ud(a,null,t,{label:s}):null,g=new fo(a,{shapes:l,layers:f,shapeGlobalIds:l.length>1?d:void 0}),y=sa(l,f),_=Pe(y),x=(i=(function(A){function E(L,T,w){var R;K(this,E),R=oe(this,E,[L,T,w]),D(R,"layerLifecycles",new Map),D(R,"layersNeedingRegeneration",new Set),D(R,"attrDescriptors",[]),R._pickingBuffer=T;var P=x.layerTextures.get(L);P||(P=new ra(L,_),x.layerTextures.set(L,P)),R.layerAttributeTexture=P;var k=x.textureRefCounts.get(L)||0;x.textureRefCounts.set(L,k+1),R.packedAttributeData=new Float32Array(_.floatsPerItem),f.forEach(function(N,z){if(N.lifecycle){var F={gl:L,renderer:{refresh:function(){return w.refresh()}},getUniformLocation:function(B){return L.getUniformLocation(R.normalProgram.program,B)},requestShaderRegeneration:function(){R.layersNeedingRegeneration.add(z)},requestRefresh:function(){w.refresh()}},I=N.lifecycle(F);R.layerLifecycles.set(z,I)}}),R.layerLifecycles.forEach(function(N){var z;(z=N.init)===null||z===void 0||z.call(N)});var C=new Map;return R.layerLifecycles.forEach(function(N,z){N.getAttributeData&&C.set(z,N)}),R.attrDescriptors=ia(y,_,C),R}return se(E,A),Z(E,[{key:"getDefinition",value:function(){var T=WebGL2RenderingContext,w=T.FLOAT,R=T.TRIANGLE_STRIP;return{VERTICES:4,VERTEX_SHADER_SOURCE:h.vertexShader,FRAGMENT_SHADER_SOURCE:h.fragmentShader,METHOD:R,UNIFORMS:h.uniforms,ATTRIBUTES:h.attributes,CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:w}],CONSTANT_DATA:[[-1,-1],[1,-1],[-1,1],[1,1]]}}},{key:"maybeRegenerateShaders",value:function(){var T=this;if(this.layersNeedingRegeneration.size!==0){f=f.map(function(z,F){if(T.layersNeedingRegeneration.has(F)){var I=T.layerLifecycles.get(F);if(I!=null&&I.regenerate){var M=I.regenerate();return U(U({},M),{},{lifecycle:z.lifecycle})}}return z}),this.layersNeedingRegeneration.clear(),h=ji({shapes:l,layers:f,shapeGlobalIds:l.length>1?d:void 0,antialias:this.renderer.getSetting("antialiasNodes")});var w=this.normalProgram.gl,R=this.normalProgram,P=R.program,k=R.buffer,C=R.vertexShader,N=R.fragmentShader;w.deleteProgram(P),w.deleteBuffer(k),w.deleteShader(C),w.deleteShader(N),this.normalProgram=this.getProgramInfo("normal",w,h.vertexShader,h.fragmentShader,this._pickingBuffer)}}},{key:"allocateNode",value:function(T){this.layerAttributeTexture.allocate(T)}},{key:"freeNode",value:function(T){this.layerAttributeTexture.free(T)}},{key:"getAttributeTexture",value:function(){return this.layerAttributeTexture}},{key:"uploadLayerTexture",value:function(){this.layerAttributeTexture.upload()}},{key:"process",value:function(T,w,R,P,k){var C=w*this.STRIDE;if(R.visibility==="hidden"){for(var N=C+this.STRIDE;C<N;C++)this.floats[C]=0;this.floats[w*this.STRIDE]=lo;return}this.processVisibleItem(Pt(T),C,R,P,k)}},{key:"processVisibleItem",value:function(T,w,R,P,k){var C,N=this.floats,z=this.ints;if(N[w++]=P,z[w++]=T,N[w++]=(C=R.opacity)!==null&&C!==void 0?C:1,_.floatsPerItem!==0){var F=this.packedAttributeData;oa(this.attrDescriptors,R,F,R.color,this.layerLifecycles,0),this.layerAttributeTexture.updateAllAttributes(k,F)}}},{key:"setUniforms",value:function(T,w){var R=this,P=w.gl,k=w.uniformLocations;k.u_matrix&&P.uniformMatrix3fv(k.u_matrix,!1,T.matrix),k.u_sizeRatio&&P.uniform1f(k.u_sizeRatio,T.sizeRatio),k.u_correctionRatio&&P.uniform1f(k.u_correctionRatio,T.correctionRatio),k.u_pickingPadding&&P.uniform1f(k.u_pickingPadding,T.nodePickingPadding),k.u_cameraAngle&&P.uniform1f(k.u_cameraAngle,T.cameraAngle),k.u_nodeDataTexture&&P.uniform1i(k.u_nodeDataTexture,T.nodeDataTextureUnit),k.u_nodeDataTextureWidth&&P.uniform1i(k.u_nodeDataTextureWidth,T.nodeDataTextureWidth),k.u_layerAttributeTexture&&(this.layerAttributeTexture.bind(Qe),P.uniform1i(k.u_layerAttributeTexture,Qe)),k.u_layerAttributeTextureWidth&&P.uniform1i(k.u_layerAttributeTextureWidth,this.layerAttributeTexture.getTextureWidth()),k.u_layerAttributeTexelsPerNode&&P.uniform1i(k.u_layerAttributeTexelsPerNode,this.layerAttributeTexture.getTexelsPerItem()),l.forEach(function(C){C.uniforms.forEach(function(N){R.setTypedUniform(N,w)})}),f.forEach(function(C){C.uniforms.forEach(function(N){R.setTypedUniform(N,w)})})}},{key:"render",value:function(T,w,R){this.maybeRegenerateShaders(),ge(E,"render",this,3)([T,w,R])}},{key:"renderProgram",value:function(T,w){var R=w.gl,P=w.program;R.useProgram(P),w===this.normalProgram&&this.layerLifecycles.forEach(function(k){var C;(C=k.beforeRender)===null||C===void 0||C.call(k)}),ge(E,"renderProgram",this,3)([T,w])}},{key:"kill",value:function(){this.layerLifecycles.forEach(function(R){var P;(P=R.kill)===null||P===void 0||P.call(R)}),this.layerLifecycles.clear();var T=this.normalProgram.gl,w=(x.textureRefCounts.get(T)||1)-1;w<=0?(this.layerAttributeTexture.kill(),x.layerTextures.delete(T),x.textureRefCounts.delete(T)):x.textureRefCounts.set(T,w),ge(E,"kill",this,3)([])}}])})(ct),D(i,"layerTextures",new WeakMap),D(i,"textureRefCounts",new WeakMap),i),S=new x(a,null,t);return{nodeProgram:S,labelProgram:p,backdropProgram:m,labelBackgroundProgram:b,attachmentProgram:v,framePass:g,shapeSlug:c,shapeNameToIndex:l.length>1?u:void 0,shapeGlobalIds:l.length>1?d:void 0}}var Je=6;function gn(a){var n=a.offsets,t=a.specs,e=a.floatsPerItem,r=Object.keys(n);if(r.length===0||e===0)return{uniformDeclarations:"",uniformNames:[],vertexVaryingDeclarations:"",fragmentVaryingDeclarations:"",fetchCode:"",varyingAssignments:""};var i=`
uniform sampler2D u_edgeAttributeTexture;
uniform int u_edgeAttributeTextureWidth;
uniform int u_edgeAttributeTexelsPerEdge;`,o=["u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"],s=r.map(function(h){var p=t[h].size===1?"float":"vec".concat(t[h].size);return"".concat(p," v_").concat(h,";")}),l=s.map(function(h){return"out ".concat(h)}).join(`
`),u=s.map(function(h){return"in ".concat(h)}).join(`
`),d=Gt(a,{varPrefix:"attr",baseTexelExpr:"edgeIdx * u_edgeAttributeTexelsPerEdge",textureWidthUniform:"u_edgeAttributeTextureWidth",textureSamplerUniform:"u_edgeAttributeTexture"}),c=d.fetchCode,f=d.varyingAssignments;return{uniformDeclarations:i,uniformNames:o,vertexVaryingDeclarations:l,fragmentVaryingDeclarations:u,fetchCode:c,varyingAssignments:f}}function Pd(a){return`
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
`)}function Fd(a){return`
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
`)}function po(a){return`
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
`)}function Id(a){return`
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
`)}function Nd(a){return`
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
`)}function zd(a){return`
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
`)}function Gd(a){return`
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
`)}function Qn(a,n){var t=new RegExp("\\b(float|vec[234]|void|int|bool)\\s+".concat(n,"\\s*\\("));return t.test(a)}function vo(a,n){var t=[];return Qn(n,"path_".concat(a,"_length"))||t.push(Id(a)),Qn(n,"path_".concat(a,"_closest_t"))||t.push(Nd(a)),Qn(n,"path_".concat(a,"_distance"))||t.push(zd(a)),Qn(n,"path_".concat(a,"_t_at_distance"))||t.push(Gd(a)),t.length>0?`
// ============================================================================
// Auto-generated fallback functions (path only provided position)
// ============================================================================
`.concat(t.join(`
`)):""}function mo(a){var n,t,e,r=a.paths,i=a.layers,o=(n=a.extremities)!==null&&n!==void 0?n:[];if(r.length===0)throw new Error("At least one path is required in 'paths'");if(i.length===0)throw new Error("At least one layer is required in 'layers'");var s=(t=a.defaultHead)!==null&&t!==void 0?t:"none",l=(e=a.defaultTail)!==null&&e!==void 0?e:"none";return{paths:r,extremities:o,layers:i,path:r[0],layer:i[0],defaultHead:s,defaultTail:l}}var bo=WebGL2RenderingContext,dn=bo.FLOAT,Yi=bo.UNSIGNED_BYTE;function Md(a,n,t){var e=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"]),r=new Set(e);return a.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),n.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),t.forEach(function(i){return i.uniforms.forEach(function(o){return r.add(o.name)})}),Array.from(r)}function ir(a){var n=new Set,t=[],e=W(a),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;n.has(i.name)||(n.add(i.name),t.push("// Path: ".concat(i.name)),t.push(i.glsl),t.push(po(i.name)),t.push(vo(i.name,i.glsl)))}}catch(o){e.e(o)}finally{e.f()}return t.join(`

`)}function Bd(a){var n=[],t=W(a),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.push("// Extremity: ".concat(r.name)),n.push(r.glsl)}}catch(i){t.e(i)}finally{t.f()}return n.join(`

`)}var Od=[{queryName:"queryPathPosition",pathFunc:"position",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathTangent",pathFunc:"tangent",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathNormal",pathFunc:"normal",returnType:"vec2",params:"float t, vec2 source, vec2 target",args:"t, source, target"},{queryName:"queryPathLength",pathFunc:"length",returnType:"float",params:"vec2 source, vec2 target",args:"source, target"},{queryName:"queryPathClosestT",pathFunc:"closest_t",returnType:"float",params:"vec2 p, vec2 source, vec2 target",args:"p, source, target"}];function Wd(a,n){var t=n.queryName,e=n.pathFunc,r=n.returnType,i=n.params,o=n.args;if(a.length===1)return"".concat(r," ").concat(t,"(int pathId, ").concat(i,`) {
  return path_`).concat(a[0].name,"_").concat(e,"(").concat(o,`);
}`);var s=a.map(function(l,u){return"    case ".concat(u,": return path_").concat(l.name,"_").concat(e,"(").concat(o,");")}).join(`
`);return"".concat(r," ").concat(t,"(int pathId, ").concat(i,`) {
  switch (pathId) {
`).concat(s,`
    default: return path_`).concat(a[0].name,"_").concat(e,"(").concat(o,`);
  }
}`)}function or(a){return Od.map(function(n){return Wd(a,n)}).join(`

`)}function Ud(a){if(a.length===1)return`float queryExtremitySDF(int extremityId, vec2 uv, float lengthRatio, float widthRatio) {
  return extremity_`.concat(a[0].name,`(uv, lengthRatio, widthRatio);
}`);var n=a.map(function(t,e){return"    case ".concat(e,": return extremity_").concat(t.name,"(uv, lengthRatio, widthRatio);")}).join(`
`);return`float queryExtremitySDF(int extremityId, vec2 uv, float lengthRatio, float widthRatio) {
  switch (extremityId) {
`.concat(n,`
    default: return extremity_`).concat(a[0].name,`(uv, lengthRatio, widthRatio);
  }
}`)}function $d(a){var n=[],t=W(a),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;n.push(Pd(r.name)),n.push(Fd(r.name))}}catch(s){t.e(s)}finally{t.f()}if(a.length===1)n.push(`
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

`)}function Hd(a,n,t,e,r){var i=Pe([].concat(X(a),X(t))),o=gn(i),s=Wt(e,r),l=Object.keys(s.offsets),u=function(A){var E=s.specs[A].size;return E===1?"float":"vec".concat(E)},d=l.map(function(S){return"".concat(u(S)," v_source_").concat(S,`;
`).concat(u(S)," v_target_").concat(S,";")}).join(`
`),c=Gt(s,{varPrefix:"srcNodeAttr",baseTexelExpr:"srcIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture",outputPrefix:"v_source_"}),f=Gt(s,{varPrefix:"tgtNodeAttr",baseTexelExpr:"tgtIdx * u_layerAttributeTexelsPerNode",textureWidthUniform:"u_layerAttributeTextureWidth",textureSamplerUniform:"u_layerAttributeTexture",outputPrefix:"v_target_"}),h=l.map(function(S){return"".concat(u(S)," g_").concat(S,";")}).join(`
`),p=l.map(function(S){return"  g_".concat(S," = v_source_").concat(S,";")}).join(`
`),m=l.map(function(S){return"  g_".concat(S," = v_target_").concat(S,";")}).join(`
`),b=new Set,v=[],g=function(A){b.has(A.name)||(b.add(A.name),v.push("uniform ".concat(A.type," ").concat(A.name,";")))};a.forEach(function(S){return S.uniforms.forEach(g)}),n.forEach(function(S){return S.uniforms.forEach(g)});var y=n.map(function(S){return ue(S.widthFactor)}).join(", "),_=Math.max.apply(Math,X(a.map(function(S){return S.minBodyLengthRatio||0}))),x=`#version 300 es

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
`).concat(v.join(`
`),`

// Path attribute varyings — assigned so path functions can read them as globals
`).concat(o.vertexVaryingDeclarations,`

// Node size varyings — read by path functions like loop
out float v_sourceNodeSize;
out float v_targetNodeSize;

// Node shape attributes per endpoint, and the ones querySDF reads
`).concat(d,`
`).concat(h,`

// Scattered output written to the edge-frame texel: [tStart, tEnd, straightenFactor, pathLength]
out vec4 v_clamp;

// Extremity width factor array (needed for extremityScale computation)
const float EXTREMITY_WIDTH_FACTORS[`).concat(n.length,"] = float[](").concat(y,`);

// Node-data fetch helpers (geometry texel + rotation-flags texel)
`).concat(Ve,`
`).concat(dt,`

// Shape SDFs for node boundary clamping
`).concat(Xu(),`
`).concat(qu(new Set(l)),`

// Path functions
`).concat(ir(a),`
`).concat(or(a),`
`).concat($d(a),`

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
  float minBodyLengthRatio = `).concat(ue(_),`;

  // Thickness in WebGL units (needed to compute clamping margin and extremity lengths)
  float pixelsThickness = max(a_thickness, u_minEdgeThickness * u_sizeRatio);
  float webGLThickness = pixelsThickness * u_correctionRatio / u_sizeRatio;

  // SDF clamping: find where the edge body meets the node boundaries. Always
  // searched (ungated) so labels get a true boundary clamp; the body re-applies
  // its extremity gating in-shader.
`).concat(p,`
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
`).concat(p,`
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
`);return x}var Jn=0,Ki=1,ea=2;function Vd(a,n,t){var e=[];t&&(e.push([Jn,0,-1],[Jn,0,1]),e.push([Jn,1,-1],[Jn,1,1]));for(var r=0;r<=a;r++){var i=r/a;e.push([Ki,i,-1],[Ki,i,1])}return n&&(e.push([ea,0,-1],[ea,0,1]),e.push([ea,1,-1],[ea,1,1])),{data:e,attributes:[{name:"a_zone",size:1,type:dn},{name:"a_zoneT",size:1,type:dn},{name:"a_side",size:1,type:dn}],verticesPerEdge:e.length}}function jd(a,n,t,e){var r=Pe([].concat(X(a),X(t))),i=gn(r),o=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding","u_nodeDataTexture"]),s=new Set,l=[],u=function(v){!o.has(v.name)&&!s.has(v.name)&&(s.add(v.name),l.push("uniform ".concat(v.type," ").concat(v.name,";")))};a.forEach(function(b){return b.uniforms.forEach(u)}),n.forEach(function(b){return b.uniforms.forEach(u)}),t.forEach(function(b){return b.uniforms.forEach(u)});var d=e.map(function(b){var v=b.size===1?"float":"vec".concat(b.size);return"in ".concat(v," ").concat(b.name,";")}).join(`
`),c=n.map(function(b){return ue(b.widthFactor)}).join(", "),f=Math.max.apply(Math,X(a.map(function(b){return b.minBodyLengthRatio||0}))),h=t.some(function(b){return b.needsNodeColors}),p=a.some(function(b){return b.needsNodeSize}),m=`#version 300 es

// Constant attributes (per vertex)
`.concat(d,`

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
`).concat(p?`
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
`).concat(ir(a),`

// Path selector functions
`).concat(or(a),`

// Node-data fetch helper (geometry texel of the two-texel node stride)
`).concat(Ve,`
`).concat(h?ed:"",`
// Per-edge clamp from the frame-pass (tStart, tEnd, straightenFactor, pathLength)
`).concat(Ot,`

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
`).concat(p?`
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
  float minBodyLengthRatio = `).concat(ue(f),`;

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
`);return m}function Xd(a,n,t,e){var r=Pe([].concat(X(a),X(t))),i=gn(r),o=new Set(["u_matrix","u_sizeRatio","u_correctionRatio","u_zoomRatio","u_pixelRatio","u_cameraAngle","u_minEdgeThickness","u_pickingPadding"]),s=new Set,l=[],u=function(g){!o.has(g.name)&&!s.has(g.name)&&(s.add(g.name),l.push("uniform ".concat(g.type," ").concat(g.name,";")))};a.forEach(function(v){return v.uniforms.forEach(u)}),n.forEach(function(v){return v.uniforms.forEach(u)}),t.forEach(function(v){return v.uniforms.forEach(u)});var d=n.map(function(v){var g;return ue((g=v.baseRatio)!==null&&g!==void 0?g:.5)}).join(", "),c=function(g){var y,_;return n.length>1?"EXTREMITY_BASE_RATIOS[".concat(g,"]"):ue((y=(_=n[0])===null||_===void 0?void 0:_.baseRatio)!==null&&y!==void 0?y:.5)},f=n.some(function(v){return Ie(v.length)?!0:v.length>0}),h=t.some(function(v){return v.needsNodeColors}),p=a.some(function(v){return v.needsNodeSize}),m=t.map(function(v,g){return"  // Layer ".concat(g+1,": ").concat(v.name,`
  color = blendOver(color, layer_`).concat(v.name,"(context));")}).join(`

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
`.concat(p?`
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
const float EXTREMITY_BASE_RATIOS[`.concat(n.length,"] = float[](").concat(d,");"):"",`

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
`).concat(ir(a),`

// Path selector functions
`).concat(or(a),`

// All extremity functions
`).concat(Bd(n),`

// Extremity SDF selector (shared pool for head/tail)
`).concat(Ud(n),`

// Layer functions
`).concat(t.map(function(v){return v.glsl}).join(`

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
`).concat(a.every(function(v){return v.linearParameterization})?`  // All paths have linear parameterization: t maps directly to arc distance
  context.distanceFromSource = pathTNorm * visibleLength;
  context.distanceToTarget = (1.0 - pathTNorm) * visibleLength;`:a.every(function(v){return!v.linearParameterization})?`  // No paths have linear parameterization: use numerical integration
  context.distanceFromSource = computeArcLengthMulti(v_pathId, v_tStart, pathT, v_source, v_target, 16);
  context.distanceToTarget = computeArcLengthMulti(v_pathId, pathT, v_tEnd, v_source, v_target, 16);`:`  // Mixed parameterization: use analytical for linear paths, numerical for others
  if (`.concat(a.filter(function(v){return v.linearParameterization}).map(function(v){return"v_pathId == ".concat(a.indexOf(v))}).join(" || "),`) {
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
`);return b}function qd(a,n,t){var e=Ie(n.length)?!0:n.length>0,r=Ie(t.length)?!0:t.length>0;if(a.generateConstantData){var i=a.generateConstantData();return{data:i.data,attributes:i.attributes,verticesPerEdge:i.verticesPerEdge}}return Vd(a.segments,e,r)}function Zi(a){var n,t=mo(a),e=t.paths,r=t.extremities,i=t.layers,o=(n=a.antialias)!==null&&n!==void 0?n:!0,s=new Map,l=new Map,u=new Map,d=W(e),c;try{for(d.s();!(c=d.n()).done;){var f=c.value,h=W(r),p;try{for(h.s();!(p=h.n()).done;){var m=p.value,b=W(r),v;try{for(b.s();!(v=b.n()).done;){var g=v.value,y="".concat(f.name,":").concat(m.name,":").concat(g.name),_=qd(f,m,g);s.set(y,_.verticesPerEdge),l.set(y,_.data);var x=W(_.attributes),S;try{for(x.s();!(S=x.n()).done;){var A=S.value;u.has(A.name)||u.set(A.name,A)}}catch(j){x.e(j)}finally{x.f()}}}catch(j){b.e(j)}finally{b.f()}}}catch(j){h.e(j)}finally{h.f()}}}catch(j){d.e(j)}finally{d.f()}var E=Array.from(u.values()),L={};E.forEach(function(j,q){L[j.name]=q});var T=0,w="",R=W(s),P;try{for(R.s();!(P=R.n()).done;){var k=J(P.value,2),C=k[0],N=k[1];N>T&&(T=N,w=C)}}catch(j){R.e(j)}finally{R.f()}var z=l.get(w)||[],F=w.split(":"),I=J(F,1),M=I[0],B=e.find(function(j){return j.name===M}),O=[];B!=null&&B.generateConstantData?O=B.generateConstantData().attributes:O=[{name:"a_zone"},{name:"a_zoneT"},{name:"a_side"}];var $=z.map(function(j){var q=new Array(E.length).fill(0);return O.forEach(function(de,ae){var pe=L[de.name];pe!==void 0&&ae<j.length&&(q[pe]=j[ae])}),q});return{vertexShader:jd(e,r,i,E),fragmentShader:Xd(e,r,i,o),uniforms:Md(e,r,i),attributes:Yd(),verticesPerEdge:T,constantData:$,constantAttributes:E,vertexCountsPerCombination:s,constantDataPerCombination:l}}function Yd(a,n,t){return[{name:"a_edgeIndex",size:1,type:dn},{name:"a_color",size:4,type:Yi,normalized:!0},{name:"a_id",size:4,type:Yi,normalized:!0},{name:"a_opacity",size:1,type:dn}]}var Kd=`#version 300 es
precision highp float;

in vec4 v_clamp;

// RGBA32F target: stores (tStart, tEnd, straightenFactor, pathLength).
out vec4 fragColor;

void main() {
  fragColor = v_clamp;
}
`,Zd=(function(){function a(n,t){K(this,a),D(this,"uniformLocations",{});var e=t.paths,r=t.extremities,i=t.layers,o=t.nodeShapes,s=t.nodeLayers;this.gl=n,this.hasAttributeData=Pe([].concat(X(e),X(i))).floatsPerItem>0,this.hasNodeAttributeData=Object.keys(Wt(o,s).offsets).length>0,this.vertexShader=Qa(n,Hd(e,r,i,o,s)),this.fragmentShader=Ja(n,Kd),this.program=er(n,[this.vertexShader,this.fragmentShader]);var l=new Set;this.customUniforms=[];for(var u=0,d=[].concat(X(e),X(r));u<d.length;u++){var c=d[u],f=W(c.uniforms),h;try{for(f.s();!(h=f.n()).done;){var p=h.value;l.has(p.name)||(l.add(p.name),this.customUniforms.push(p))}}catch(y){f.e(y)}finally{f.f()}}var m=["u_sizeRatio","u_correctionRatio","u_cameraAngle","u_minEdgeThickness","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge","u_layerAttributeTexture","u_layerAttributeTextureWidth","u_layerAttributeTexelsPerNode","u_frameTextureWidth","u_frameTextureHeight"].concat(X(this.customUniforms.map(function(y){return y.name}))),b=W(m),v;try{for(b.s();!(v=b.n()).done;){var g=v.value;this.uniformLocations[g]=n.getUniformLocation(this.program,g)}}catch(y){b.e(y)}finally{b.f()}this.vao=n.createVertexArray()}return Z(a,[{key:"run",value:function(t,e,r,i,o){if(r!==0){var s=this.gl,l=this.uniformLocations;s.useProgram(this.program),s.bindVertexArray(this.vao),l.u_sizeRatio&&s.uniform1f(l.u_sizeRatio,t.sizeRatio),l.u_correctionRatio&&s.uniform1f(l.u_correctionRatio,t.correctionRatio),l.u_cameraAngle&&s.uniform1f(l.u_cameraAngle,t.cameraAngle),l.u_minEdgeThickness&&s.uniform1f(l.u_minEdgeThickness,t.minEdgeThickness),l.u_nodeDataTexture&&s.uniform1i(l.u_nodeDataTexture,t.nodeDataTextureUnit),l.u_nodeDataTextureWidth&&s.uniform1i(l.u_nodeDataTextureWidth,t.nodeDataTextureWidth),l.u_edgeDataTexture&&s.uniform1i(l.u_edgeDataTexture,t.edgeDataTextureUnit),l.u_edgeDataTextureWidth&&s.uniform1i(l.u_edgeDataTextureWidth,t.edgeDataTextureWidth),l.u_frameTextureWidth&&s.uniform1f(l.u_frameTextureWidth,e.getTextureWidth()),l.u_frameTextureHeight&&s.uniform1f(l.u_frameTextureHeight,e.getTextureHeight()),this.hasAttributeData&&i&&(i.bind(Je),l.u_edgeAttributeTexture&&s.uniform1i(l.u_edgeAttributeTexture,Je),l.u_edgeAttributeTextureWidth&&s.uniform1i(l.u_edgeAttributeTextureWidth,i.getTextureWidth()),l.u_edgeAttributeTexelsPerEdge&&s.uniform1i(l.u_edgeAttributeTexelsPerEdge,i.getTexelsPerItem())),this.hasNodeAttributeData&&o&&(o.bind(Qe),l.u_layerAttributeTexture&&s.uniform1i(l.u_layerAttributeTexture,Qe),l.u_layerAttributeTextureWidth&&s.uniform1i(l.u_layerAttributeTextureWidth,o.getTextureWidth()),l.u_layerAttributeTexelsPerNode&&s.uniform1i(l.u_layerAttributeTexelsPerNode,o.getTexelsPerItem()));var u=W(this.customUniforms),d;try{for(u.s();!(d=u.n()).done;){var c=d.value;rr(s,this.uniformLocations[c.name],c)}}catch(f){u.e(f)}finally{u.f()}e.bindAsRenderTarget(),s.disable(s.BLEND),s.disable(s.DEPTH_TEST),s.drawArrays(s.POINTS,0,r),s.bindFramebuffer(s.FRAMEBUFFER,null),s.bindVertexArray(null)}}},{key:"kill",value:function(){var t=this.gl;t.deleteProgram(this.program),t.deleteShader(this.vertexShader),t.deleteShader(this.fragmentShader),t.deleteVertexArray(this.vao)}}])})();function ln(a,n,t,e,r,i){if(a.length===1)return"".concat(e," ").concat(n,"(int pathId, ").concat(r,`) {
  return path_`).concat(a[0].name,"_").concat(t,"(").concat(i,`);
}`);var o=a.map(function(s,l){return"    case ".concat(l,": return path_").concat(s.name,"_").concat(t,"(").concat(i,");")}).join(`
`);return"".concat(e," ").concat(n,"(int pathId, ").concat(r,`) {
  switch (pathId) {
`).concat(o,`
    default: return path_`).concat(a[0].name,"_").concat(t,"(").concat(i,`);
  }
}`)}var Qd=`
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
`;function Jd(a,n){var t=ue(a),e=ue(n);return`
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
`;function yo(a){var n=a.paths,t=a.minVisibilityThreshold,e=a.fullVisibilityThreshold,r=n.some(function(s){return s.hasSharpCorners}),i=n.map(function(s){return"// --- Path: ".concat(s.name,` ---
`).concat(s.glsl,`

// Tangent/normal functions: analytical if provided, otherwise numerical
`).concat(s.analyticalTangentGlsl||po(s.name),`

// Auto-generated fallbacks for any missing path functions
`).concat(vo(s.name,s.glsl),`

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

`.concat(Ve,`
`).concat(Ot,`

// ============================================================================
// Path Functions (one block per path)
// ============================================================================

`).concat(i,`

// ============================================================================
// Path Query Selectors (dispatch by pathId)
// ============================================================================

`).concat(ln(n,"queryPathPosition","position","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(ln(n,"queryPathTangent","tangent","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(ln(n,"queryPathNormal","normal","vec2","float t, vec2 source, vec2 target","t, source, target"),`

`).concat(ln(n,"queryPathLength","length","float","vec2 source, vec2 target","source, target"),`

`).concat(ln(n,"queryPathTAtDistance","t_at_distance","float","float dist, vec2 source, vec2 target","dist, source, target"),`

`).concat(o,`

// ============================================================================
// Shared helpers (body bounds, alpha ramp, screen direction, perpendicular offset)
// ============================================================================

`).concat(Qd,`
`).concat(Jd(t,e),`
`).concat(ec,`
`).concat(tc,`
`)}var nc=Me.fontSize,ac=new Map,xo=24,Qi=(xo+1)*2;function rc(a){var n=a.paths,t=a.fontSizeMode,e=a.headLengthRatio,r=a.tailLengthRatio,i=a.minVisibilityThreshold,o=a.fullVisibilityThreshold,s=a.keepUpright,l=t==="scaled",u=Ge(),d=Pe([].concat(X(n),[u])),c=gn(d),f=`#version 300 es

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

const float ATLAS_FONT_SIZE = `).concat(ue(nc),`;
const float HEAD_RATIO = `).concat(ue(e),`;
const float TAIL_RATIO = `).concat(ue(r),`;
const int RIBBON_SEGMENTS = `).concat(xo,`;

// Path attribute varyings (declared as plain locals since this shader has no FS inputs for them)
`).concat(c.vertexVaryingDeclarations.replace(/out /g,""),`

// Node size variables used by some path functions (self-loops, etc.)
float v_sourceNodeSize;
float v_targetNodeSize;

// Shared preamble: shape SDFs, path functions + selectors, clamp, helpers.
`).concat(yo({paths:n,minVisibilityThreshold:i,fullVisibilityThreshold:o}),`

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
`;function oc(a,n,t,e){var r=e.shaderConfig,i=r.paths,o=r.fontSizeMode;if(i.length===0)throw new Error("createEdgeLabelBackgroundProgram: shaderConfig must declare at least one path");var s=Ge(),l=Pe([].concat(X(i),[s])),u=ia([].concat(X(i),[s]),l),d=rc(r),c=(function(f){function h(p,m,b){var v;return K(this,h),v=oe(this,h,[p,m,b]),D(v,"totalCount",0),D(v,"bufferCapacity",0),D(v,"edgeAttributeTexture",null),v.edgeAttributeTexture=new ra(p,l),v.packedAttributeData=new Float32Array(l.floatsPerItem),v}return se(h,f),Z(h,[{key:"getDefinition",value:function(){for(var m=WebGL2RenderingContext,b=m.FLOAT,v=m.UNSIGNED_BYTE,g=m.TRIANGLE_STRIP,y=[],_=0;_<Qi;_++)y.push([_]);var x=["u_matrix","u_sizeRatio","u_correctionRatio","u_pixelRatio","u_cameraAngle","u_resolution","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth"];return o==="scaled"&&x.push("u_zoomSizeRatio"),l.floatsPerItem>0&&x.push("u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"),{VERTICES:Qi,VERTEX_SHADER_SOURCE:d,FRAGMENT_SHADER_SOURCE:ic,METHOD:g,UNIFORMS:x,ATTRIBUTES:[{name:"a_edgeIndex",size:1,type:b},{name:"a_edgeAttrIndex",size:1,type:b},{name:"a_baseFontSize",size:1,type:b},{name:"a_totalTextWidth",size:1,type:b},{name:"a_positionMode",size:1,type:b},{name:"a_margin",size:1,type:b},{name:"a_padding",size:1,type:b},{name:"a_color",size:4,type:v,normalized:!0},{name:"a_id",size:4,type:v,normalized:!0}],CONSTANT_ATTRIBUTES:[{name:"a_vertexIndex",size:1,type:b}],CONSTANT_DATA:y}}},{key:"processEdgeLabelBackground",value:function(m,b,v){var g=0;if(this.edgeAttributeTexture&&l.floatsPerItem>0){g=this.edgeAttributeTexture.allocate(b);var y=this.packedAttributeData;oa(u,v.edgeAttributes,y,"",ac,0),this.edgeAttributeTexture.updateAllAttributes(b,y)}var _=this.floats,x=this.ints,S=m*this.STRIDE;_[S++]=v.edgeIndex,_[S++]=g,_[S++]=v.baseFontSize,_[S++]=v.totalTextWidth,_[S++]=v.positionMode,_[S++]=v.margin,_[S++]=v.padding,_[S++]=v.color,x[S++]=v.id}},{key:"setUniforms",value:function(m,b){var v=b.gl,g=b.uniformLocations;if(v.uniformMatrix3fv(g.u_matrix,!1,m.matrix),v.uniform1f(g.u_sizeRatio,m.sizeRatio),v.uniform1f(g.u_correctionRatio,m.correctionRatio),v.uniform1f(g.u_pixelRatio,m.pixelRatio),v.uniform1f(g.u_cameraAngle,m.cameraAngle),v.uniform2f(g.u_resolution,m.width,m.height),g.u_nodeDataTexture!==void 0&&v.uniform1i(g.u_nodeDataTexture,m.nodeDataTextureUnit),g.u_nodeDataTextureWidth!==void 0&&v.uniform1i(g.u_nodeDataTextureWidth,m.nodeDataTextureWidth),g.u_edgeDataTexture!==void 0&&v.uniform1i(g.u_edgeDataTexture,m.edgeDataTextureUnit),g.u_edgeDataTextureWidth!==void 0&&v.uniform1i(g.u_edgeDataTextureWidth,m.edgeDataTextureWidth),g.u_edgeFrameTexture!==void 0&&v.uniform1i(g.u_edgeFrameTexture,m.edgeFrameTextureUnit),g.u_edgeFrameTextureWidth!==void 0&&v.uniform1i(g.u_edgeFrameTextureWidth,m.edgeFrameTextureWidth),o==="scaled"&&g.u_zoomSizeRatio!==void 0){var y=this.renderer.getSetting("zoomToSizeRatioFunction");v.uniform1f(g.u_zoomSizeRatio,1/y(m.zoomRatio))}this.edgeAttributeTexture&&l.floatsPerItem>0&&g.u_edgeAttributeTexture!==void 0&&(this.edgeAttributeTexture.bind(Je),v.uniform1i(g.u_edgeAttributeTexture,Je),v.uniform1i(g.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),v.uniform1i(g.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem()))}},{key:"renderProgram",value:function(m,b){this.edgeAttributeTexture&&l.floatsPerItem>0&&this.edgeAttributeTexture.upload(),ge(h,"renderProgram",this,3)([m,b])}},{key:"kill",value:function(){this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),ge(h,"kill",this,3)([])}},{key:"drawWebGL",value:function(m,b){var v=b.gl;this.totalCount!==0&&v.drawArraysInstanced(v.TRIANGLE_STRIP,0,this.VERTICES,this.totalCount)}},{key:"reallocate",value:function(m){this.totalCount=m,m>this.bufferCapacity&&(this.bufferCapacity=Math.max(m,Math.ceil(this.bufferCapacity*1.5)||10),ge(h,"reallocate",this,3)([this.bufferCapacity]))}}])})(ct);return new c(a,n,t)}function _o(a){var n,t,e,r,i,o;return{paths:a.paths,headLengthRatio:(n=a.headLengthRatio)!==null&&n!==void 0?n:0,tailLengthRatio:(t=a.tailLengthRatio)!==null&&t!==void 0?t:0,fontSizeMode:(e=a.fontSizeMode)!==null&&e!==void 0?e:"fixed",minVisibilityThreshold:(r=a.minVisibilityThreshold)!==null&&r!==void 0?r:.7,fullVisibilityThreshold:(i=a.fullVisibilityThreshold)!==null&&i!==void 0?i:.8,keepUpright:(o=a.keepUpright)!==null&&o!==void 0?o:!0}}var sc=Me.fontSize,lc=17/64;function uc(a){var n=a.paths,t=a.hasBorder,e=t===void 0?!1:t,r=a.fontSizeMode,i=r===void 0?"fixed":r,o=a.minVisibilityThreshold,s=o===void 0?.5:o,l=a.fullVisibilityThreshold,u=l===void 0?.6:l,d=a.keepUpright,c=d===void 0?!0:d,f=i==="scaled",h=n.some(function(g){return g.hasSharpCorners}),p=Ge(),m=Pe([].concat(X(n),[p])),b=gn(m),v=`#version 300 es

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
const float ATLAS_FONT_SIZE = `).concat(ue(sc),`;  // Base font size used in SDF atlas
const float VERTICAL_CENTER_RATIO = `).concat(ue(lc),`;  // Baseline to visual center ratio

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
`).concat(yo({paths:n,minVisibilityThreshold:s,fullVisibilityThreshold:u}),`

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
`);return v}function dc(){var a=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},n=a.hasBorder,t=n===void 0?!1:n,e=`#version 300 es
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
`);return e}function cc(a){var n=arguments.length>1&&arguments[1]!==void 0?arguments[1]:!1,t=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"fixed",e=["u_matrix","u_sizeRatio","u_correctionRatio","u_pixelRatio","u_cameraAngle","u_sdfBufferPixels","u_resolution","u_atlasSize","u_atlas","u_gamma","u_sdfBuffer","u_nodeDataTexture","u_nodeDataTextureWidth","u_edgeDataTexture","u_edgeDataTextureWidth","u_edgeFrameTexture","u_edgeFrameTextureWidth","u_edgeAttributeTexture","u_edgeAttributeTextureWidth","u_edgeAttributeTexelsPerEdge"];t==="scaled"&&e.push("u_zoomSizeRatio"),n&&e.push("u_borderWidth");var r=W(a),i;try{for(r.s();!(i=r.n()).done;){var o=i.value,s=W(o.uniforms),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;e.includes(u.name)||e.push(u.name)}}catch(d){s.e(d)}finally{s.f()}}}catch(d){r.e(d)}finally{r.f()}return e}function hc(a){var n=a.hasBorder,t=n===void 0?!1:n,e=a.fontSizeMode,r=e===void 0?"fixed":e;return{vertexShader:uc(a),fragmentShader:dc({hasBorder:t}),uniforms:cc(a.paths,t,r)}}var fc=new Map;function gc(a){switch(a){case"over":return 0;case"above":return 1;case"below":return 2;case"auto":return 3;default:return 0}}function pc(a,n,t,e){var r=e.color,i=e.margin,o=e.textBorder,s=_o(e),l=s.paths,u=s.fontSizeMode,d=s.minVisibilityThreshold,c=s.fullVisibilityThreshold,f=s.keepUpright,h=!!o,p=hc({paths:l,hasBorder:h,fontSizeMode:u,minVisibilityThreshold:d,fullVisibilityThreshold:c,keepUpright:f}),m=(function(b){function v(g,y,_){var x;K(this,v),x=oe(this,v,[g,y,_]),D(x,"atlasTexture",null),D(x,"atlasNeedsUpdate",!1),D(x,"refreshTimeout",null),D(x,"labelGlyphCache",new Map),D(x,"edgeAttributeTexture",null);var S=Ge();if(x.attributeLayout=Pe([].concat(X(l),[S])),x.attrDescriptors=ia([].concat(X(l),[S]),x.attributeLayout),x.edgeAttributeTexture=new ra(g,x.attributeLayout),x.packedAttributeData=new Float32Array(x.attributeLayout.floatsPerItem),x.atlasManager=new ut,x.gamma=.025,x.sdfBuffer=Me.cutoff,x.atlasTexture=g.createTexture(),!x.atlasTexture)throw new Error("EdgeLabelProgram: failed to create atlas texture");g.bindTexture(g.TEXTURE_2D,x.atlasTexture),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_WRAP_S,g.CLAMP_TO_EDGE),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_WRAP_T,g.CLAMP_TO_EDGE),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_MIN_FILTER,g.LINEAR),g.texParameteri(g.TEXTURE_2D,g.TEXTURE_MAG_FILTER,g.LINEAR),g.bindTexture(g.TEXTURE_2D,null),x.atlasManager.on(ut.ATLAS_UPDATED_EVENT,function(){x.atlasNeedsUpdate=!0,x.refreshTimeout!==null&&clearTimeout(x.refreshTimeout),x.refreshTimeout=setTimeout(function(){x.refreshTimeout=null,x.renderer.refresh()},0)});var A={family:"sans-serif",weight:"normal",style:"normal"};return x.defaultFontKey=x.atlasManager.registerFont(A),x}return se(v,b),Z(v,[{key:"getDefinition",value:function(){var y=WebGL2RenderingContext,_=y.FLOAT,x=y.UNSIGNED_BYTE,S=y.TRIANGLE_STRIP,A=new Set,E=[],L=W(l),T;try{for(L.s();!(T=L.n()).done;){var w=T.value,R=W(w.attributes),P;try{for(R.s();!(P=R.n()).done;){var k=P.value,C=k.name.startsWith("a_")?k.name:"a_".concat(k.name);A.has(C)||(A.add(C),E.push({name:C,size:k.size,type:k.type}))}}catch(N){R.e(N)}finally{R.f()}}}catch(N){L.e(N)}finally{L.f()}return{VERTICES:4,VERTEX_SHADER_SOURCE:p.vertexShader,FRAGMENT_SHADER_SOURCE:p.fragmentShader,METHOD:S,UNIFORMS:p.uniforms,ATTRIBUTES:[{name:"a_edgeIndex",size:1,type:_},{name:"a_edgeAttrIndex",size:1,type:_},{name:"a_baseFontSize",size:1,type:_},{name:"a_charMetrics",size:4,type:_},{name:"a_charDims",size:4,type:_},{name:"a_texCoords",size:4,type:_},{name:"a_labelParams",size:2,type:_},{name:"a_color",size:4,type:x,normalized:!0}].concat(X(h?[{name:"a_borderColor",size:4,type:x,normalized:!0}]:[]),X(E.filter(function(N){return!["a_curvature","curvature"].includes(N.name)}))),CONSTANT_ATTRIBUTES:[{name:"a_quadCorner",size:2,type:_}],CONSTANT_DATA:[[0,0],[1,0],[0,1],[1,1]]}}},{key:"prepareLabelGlyphs",value:function(y,_){if(_.hidden||!_.text){this.labelGlyphCache.delete(y);return}var x=_.text,S=_.fontKey||this.defaultFontKey;this.atlasManager.ensureGlyphs(x,S);var A=[],E=[],L=0,T=W(x),w;try{for(T.s();!(w=T.n()).done;){var R=w.value,P=R.codePointAt(0);if(P===void 0){A.push(void 0),E.push(L);continue}var k=this.atlasManager.getGlyph(P,S);A.push(k),E.push(L),k&&(L+=k.advance)}}catch(C){T.e(C)}finally{T.f()}this.labelGlyphCache.set(y,{glyphs:A,xOffsets:E,totalWidth:L})}},{key:"processCharacter",value:function(y,_,x,S){var A,E,L,T=this.floats,w=this.STRIDE,R=y*w,P=this.labelGlyphCache.get(_.parentKey);if(!P||!P.glyphs[S]){for(var k=0;k<w;k++)T[R+k]=0;return}var C=P.glyphs[S],N=P.xOffsets[S],z=v.labelColor,F=z&&Q(z)==="object"&&"color"in z&&z.color?z.color:_.color,I=Ce(F),M=R;T[M++]=_.edgeIndex,T[M++]=(A=(E=this.edgeAttributeTexture)===null||E===void 0?void 0:E.getIndex(_.parentKey))!==null&&A!==void 0?A:0,T[M++]=_.size,T[M++]=N,T[M++]=C.advance,T[M++]=P.totalWidth,T[M++]=gc(_.position),T[M++]=C.atlasWidth,T[M++]=C.atlasHeight,T[M++]=C.bearingX,T[M++]=-C.bearingY,T[M++]=C.atlasX,T[M++]=C.atlasY,T[M++]=C.atlasWidth,T[M++]=C.atlasHeight;var B=(L=v.labelMargin)!==null&&L!==void 0?L:_.margin;if(T[M++]=B,T[M++]=0,T[M++]=I,h&&o){var O;typeof o.color=="string"?O=o.color:O=o.color.color||"#ffffff",T[M++]=Ce(O)}var $=new Set,j=W(l),q;try{for(j.s();!(q=j.n()).done;){var de=q.value,ae=W(de.attributes),pe;try{for(ae.s();!(pe=ae.n()).done;){var ce=pe.value,tt=ce.name.startsWith("a_")?ce.name.slice(2):ce.name;if(tt!=="curvature"&&!$.has(tt)){$.add(tt);for(var We=0;We<ce.size;We++)T[M++]=0}}}catch(ve){ae.e(ve)}finally{ae.f()}}}catch(ve){j.e(ve)}finally{j.f()}}},{key:"processEdgeLabel",value:function(y,_,x){if(this.prepareLabelGlyphs(y,x),this.edgeAttributeTexture&&!x.hidden&&x.text){this.edgeAttributeTexture.allocate(y);var S=this.packedAttributeData;oa(this.attrDescriptors,x.edgeAttributes,S,"",fc,0),this.edgeAttributeTexture.updateAllAttributes(y,S)}return ge(v,"processLabel",this,3)([y,_,x])}},{key:"updateAtlasTexture",value:function(){if(this.atlasNeedsUpdate){var y=this.normalProgram.gl,_=this.atlasManager.getTextures();if(_.length!==0){var x=_[0];y.bindTexture(y.TEXTURE_2D,this.atlasTexture),y.texImage2D(y.TEXTURE_2D,0,y.RGBA,x.width,x.height,0,y.RGBA,y.UNSIGNED_BYTE,x.data),y.bindTexture(y.TEXTURE_2D,null),this.atlasNeedsUpdate=!1}}}},{key:"setUniforms",value:function(y,_){var x=_.gl,S=_.uniformLocations,A=this.atlasManager.getTextures(),E=A.length>0?[A[0].width,A[0].height]:[1,1];if(x.uniformMatrix3fv(S.u_matrix,!1,y.matrix),x.uniform1f(S.u_sizeRatio,y.sizeRatio),x.uniform1f(S.u_correctionRatio,y.correctionRatio),x.uniform1f(S.u_pixelRatio,y.pixelRatio),x.uniform1f(S.u_cameraAngle,y.cameraAngle),x.uniform1f(S.u_sdfBufferPixels,Me.buffer),x.uniform2f(S.u_resolution,y.width,y.height),x.uniform2f(S.u_atlasSize,E[0],E[1]),x.uniform1f(S.u_gamma,this.gamma),x.uniform1f(S.u_sdfBuffer,this.sdfBuffer),x.activeTexture(x.TEXTURE0),x.bindTexture(x.TEXTURE_2D,this.atlasTexture),x.uniform1i(S.u_atlas,0),S.u_nodeDataTexture!==void 0&&x.uniform1i(S.u_nodeDataTexture,y.nodeDataTextureUnit),S.u_nodeDataTextureWidth!==void 0&&x.uniform1i(S.u_nodeDataTextureWidth,y.nodeDataTextureWidth),S.u_edgeDataTexture!==void 0&&x.uniform1i(S.u_edgeDataTexture,y.edgeDataTextureUnit),S.u_edgeDataTextureWidth!==void 0&&x.uniform1i(S.u_edgeDataTextureWidth,y.edgeDataTextureWidth),S.u_edgeFrameTexture!==void 0&&x.uniform1i(S.u_edgeFrameTexture,y.edgeFrameTextureUnit),S.u_edgeFrameTextureWidth!==void 0&&x.uniform1i(S.u_edgeFrameTextureWidth,y.edgeFrameTextureWidth),h&&o&&S.u_borderWidth!==void 0){var L=o.width/Me.buffer*this.sdfBuffer;x.uniform1f(S.u_borderWidth,L)}if(this.edgeAttributeTexture&&S.u_edgeAttributeTexture!==void 0&&(this.edgeAttributeTexture.bind(Je),x.uniform1i(S.u_edgeAttributeTexture,Je),x.uniform1i(S.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),x.uniform1i(S.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem())),u==="scaled"&&S.u_zoomSizeRatio!==void 0){var T=this.renderer.getSetting("zoomToSizeRatioFunction"),w=1/T(y.zoomRatio);x.uniform1f(S.u_zoomSizeRatio,w)}}},{key:"renderProgram",value:function(y,_){this.updateAtlasTexture(),this.atlasManager.hasPendingGlyphs()&&(this.atlasManager.flush(),this.updateAtlasTexture()),this.edgeAttributeTexture&&this.edgeAttributeTexture.upload(),ge(v,"renderProgram",this,3)([y,_])}},{key:"registerFont",value:function(y){var _=arguments.length>1&&arguments[1]!==void 0?arguments[1]:"normal",x=arguments.length>2&&arguments[2]!==void 0?arguments[2]:"normal";return this.atlasManager.registerFont({family:y,weight:_,style:x})}},{key:"getAtlasManager",value:function(){return this.atlasManager}},{key:"ensureGlyphsReady",value:function(y,_){var x=_||this.defaultFontKey,S=W(y),A;try{for(S.s();!(A=S.n()).done;){var E=A.value;this.atlasManager.ensureGlyphs(E,x)}}catch(L){S.e(L)}finally{S.f()}this.atlasManager.flush()}},{key:"measureLabelAtlasWidth",value:function(y,_){var x=_||this.defaultFontKey;this.atlasManager.ensureGlyphs(y,x),this.atlasManager.hasPendingGlyphs()&&this.atlasManager.flush();var S=0,A=W(y),E;try{for(A.s();!(E=A.n()).done;){var L=E.value,T=L.codePointAt(0);if(T!==void 0){var w=this.atlasManager.getGlyph(T,x);w&&(S+=w.advance)}}}catch(R){A.e(R)}finally{A.f()}return S}},{key:"measureLabel",value:function(y,_,x){var S=this.measureLabelAtlasWidth(y,x),A=_/Me.fontSize;return{width:S*A,height:_,textHeight:_}}},{key:"kill",value:function(){var y=this.normalProgram.gl;this.refreshTimeout!==null&&(clearTimeout(this.refreshTimeout),this.refreshTimeout=null),this.atlasTexture&&(y.deleteTexture(this.atlasTexture),this.atlasTexture=null),this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),this.atlasManager.destroy(),this.labelGlyphCache.clear(),ge(v,"kill",this,3)([])}}])})(ho);return D(m,"labelColor",r),D(m,"labelMargin",i),new m(a,n,t)}function vc(){var a=`
// No extremity - always returns positive (outside)
float extremity_none(vec2 uv, float lengthRatio, float widthRatio) {
  return 1.0;
}
`;return{name:"none",glsl:a,length:0,widthFactor:1,margin:0,uniforms:[],attributes:[]}}function To(a,n,t,e,r,i,o){var s,l,u=mo(e),d=u.paths,c=u.layers,f=u.defaultHead,h=u.defaultTail,p=[vc()].concat(X(u.extremities)),m={},b={};d.forEach(function(R,P){return m[R.name]=P}),p.forEach(function(R,P){return b[R.name]=P});var v=(s=b[f])!==null&&s!==void 0?s:0,g=(l=b[h])!==null&&l!==void 0?l:0,y=null,_=Pe([].concat(X(d),X(c))),x=(function(R){function P(k,C,N){var z;K(this,P),y||(y=Zi({paths:d,extremities:p,layers:c,antialias:r})),z=oe(this,P,[k,C,N]),D(z,"layerLifecycles",new Map),D(z,"needsShaderRegeneration",!1),D(z,"edgeAttributeTexture",null),D(z,"layout",_),D(z,"attrDescriptors",[]),D(z,"lifecycleIndexOffset",d.length),z._pickingBuffer=C,z.edgeAttributeTexture=new ra(k,z.layout),z.packedAttributeData=new Float32Array(z.layout.floatsPerItem),c.forEach(function(I,M){if(I.lifecycle){var B={gl:k,renderer:{refresh:function(){return N.refresh()}},getUniformLocation:function($){return k.getUniformLocation(z.normalProgram.program,$)},requestShaderRegeneration:function(){z.needsShaderRegeneration=!0},requestRefresh:function(){N.refresh()}};z.layerLifecycles.set(M,I.lifecycle(B))}}),z.layerLifecycles.forEach(function(I){var M;return(M=I.init)===null||M===void 0?void 0:M.call(I)});var F=new Map;return z.layerLifecycles.forEach(function(I,M){I.getAttributeData&&F.set(d.length+M,I)}),z.attrDescriptors=ia([].concat(X(d),X(c)),z.layout,F),z}return se(P,R),Z(P,[{key:"getAttributeTexture",value:function(){return this.edgeAttributeTexture}},{key:"resolveEdgeIds",value:function(C,N,z){var F=C,I=0,M=v,B=g,O=N?F.selfLoopPath:z&&F.parallelPath?F.parallelPath:F.path;O&&m[O]!==void 0&&(I=m[O]),F.head&&F.head!=="none"&&b[F.head]!==void 0&&(M=b[F.head]),F.tail&&F.tail!=="none"&&b[F.tail]!==void 0&&(B=b[F.tail]);var $=p[M],j=p[B];return{pathId:I,headId:M,tailId:B,headLengthRatio:Ie($.length)?0:$.length,tailLengthRatio:Ie(j.length)?0:j.length}}},{key:"getDefinition",value:function(){var C=WebGL2RenderingContext,N=C.TRIANGLE_STRIP,z=N,F=y;return{VERTICES:F.verticesPerEdge,VERTEX_SHADER_SOURCE:F.vertexShader,FRAGMENT_SHADER_SOURCE:F.fragmentShader,METHOD:z,UNIFORMS:F.uniforms,ATTRIBUTES:F.attributes,CONSTANT_ATTRIBUTES:F.constantAttributes,CONSTANT_DATA:F.constantData}}},{key:"maybeRegenerateShaders",value:function(){var C=this;if(this.needsShaderRegeneration){this.needsShaderRegeneration=!1;var N=c.map(function($,j){var q=C.layerLifecycles.get(j);return q!=null&&q.regenerate?q.regenerate():$});y=Zi({paths:d,extremities:p,layers:N,antialias:this.renderer.getSetting("antialiasEdges")});var z=this.normalProgram.gl,F=this.normalProgram,I=F.program,M=F.buffer,B=F.vertexShader,O=F.fragmentShader;z.deleteProgram(I),z.deleteBuffer(M),z.deleteShader(B),z.deleteShader(O),this.normalProgram=this.getProgramInfo("normal",z,y.vertexShader,y.fragmentShader,this._pickingBuffer)}}},{key:"process",value:function(C,N,z,F,I,M){var B=N*this.STRIDE;if(I.visibility==="hidden"||z.visibility==="hidden"||F.visibility==="hidden"){for(var O=B+this.STRIDE;B<O;B++)this.floats[B]=0;this.floats[N*this.STRIDE]=lo;return}this.processVisibleItem(Pt(C),B,z,F,I,M)}},{key:"processVisibleItem",value:function(C,N,z,F,I,M){var B,O=this.floats,$=this.ints;O[N++]=M,O[N++]=Ce(I.color),$[N++]=C,O[N++]=(B=I.opacity)!==null&&B!==void 0?B:1;var j=this.packedAttributeData;oa(this.attrDescriptors,I,j,I.color,this.layerLifecycles,this.lifecycleIndexOffset),this.edgeAttributeTexture.updateAllAttributesAtRow(M,j)}},{key:"setUniforms",value:function(C,N){var z=this,F=N.gl,I=N.uniformLocations;I.u_matrix&&F.uniformMatrix3fv(I.u_matrix,!1,C.matrix),I.u_sizeRatio&&F.uniform1f(I.u_sizeRatio,C.sizeRatio),I.u_correctionRatio&&F.uniform1f(I.u_correctionRatio,C.correctionRatio),I.u_zoomRatio&&F.uniform1f(I.u_zoomRatio,C.zoomRatio),I.u_pixelRatio&&F.uniform1f(I.u_pixelRatio,C.pixelRatio),I.u_cameraAngle&&F.uniform1f(I.u_cameraAngle,C.cameraAngle),I.u_feather&&F.uniform1f(I.u_feather,C.antiAliasingFeather),I.u_minEdgeThickness&&F.uniform1f(I.u_minEdgeThickness,C.minEdgeThickness),I.u_pickingPadding&&F.uniform1f(I.u_pickingPadding,C.edgePickingPadding),I.u_nodeDataTexture&&F.uniform1i(I.u_nodeDataTexture,C.nodeDataTextureUnit),I.u_nodeDataTextureWidth&&F.uniform1i(I.u_nodeDataTextureWidth,C.nodeDataTextureWidth),I.u_edgeDataTexture&&F.uniform1i(I.u_edgeDataTexture,C.edgeDataTextureUnit),I.u_edgeDataTextureWidth&&F.uniform1i(I.u_edgeDataTextureWidth,C.edgeDataTextureWidth),I.u_edgeFrameTexture&&F.uniform1i(I.u_edgeFrameTexture,C.edgeFrameTextureUnit),I.u_edgeFrameTextureWidth&&F.uniform1i(I.u_edgeFrameTextureWidth,C.edgeFrameTextureWidth),this.edgeAttributeTexture&&this.layout.floatsPerItem>0&&(this.edgeAttributeTexture.bind(Je),I.u_edgeAttributeTexture&&F.uniform1i(I.u_edgeAttributeTexture,Je),I.u_edgeAttributeTextureWidth&&F.uniform1i(I.u_edgeAttributeTextureWidth,this.edgeAttributeTexture.getTextureWidth()),I.u_edgeAttributeTexelsPerEdge&&F.uniform1i(I.u_edgeAttributeTexelsPerEdge,this.edgeAttributeTexture.getTexelsPerItem()));var M=new Set;d.forEach(function(B){B.uniforms.forEach(function(O){M.has(O.name)||(M.add(O.name),z.setTypedUniform(O,N))})}),p.forEach(function(B){B.uniforms.forEach(function(O){M.has(O.name)||(M.add(O.name),z.setTypedUniform(O,N))})}),c.forEach(function(B){B.uniforms.forEach(function(O){M.has(O.name)||(M.add(O.name),z.setTypedUniform(O,N))})})}},{key:"render",value:function(C,N,z){this.maybeRegenerateShaders(),ge(P,"render",this,3)([C,N,z])}},{key:"renderProgram",value:function(C,N){this.layerLifecycles.forEach(function(z){var F;return(F=z.beforeRender)===null||F===void 0?void 0:F.call(z)}),ge(P,"renderProgram",this,3)([C,N])}},{key:"uploadAttributeTexture",value:function(){this.edgeAttributeTexture&&this.layout.floatsPerItem>0&&this.edgeAttributeTexture.upload()}},{key:"kill",value:function(){this.layerLifecycles.forEach(function(C){var N;return(N=C.kill)===null||N===void 0?void 0:N.call(C)}),this.edgeAttributeTexture&&(this.edgeAttributeTexture.kill(),this.edgeAttributeTexture=null),ge(P,"kill",this,3)([])}}])})(ct),S=p[v],A=p[g],E=U({paths:d,headLengthRatio:Ie(S.length)?0:S.length,tailLengthRatio:Ie(A.length)?0:A.length},e.label),L=_o(E),T=function(){return{labelProgram:pc(a,null,t,E),labelBackgroundProgram:oc(a,n,t,{shaderConfig:L})}},w=new Zd(a,{paths:d,extremities:p,layers:c,nodeShapes:i,nodeLayers:o});return{edgeProgram:new x(a,null,t),createLabelPrograms:T,framePass:w}}function mc(a){return Q(a)==="object"&&"uniforms"in a&&Array.isArray(a.uniforms)}function bc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"glsl"in a}function yc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"segments"in a}function xc(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"length"in a}function _c(a){return Q(a)==="object"&&"uniforms"in a&&"attributes"in a&&"glsl"in a}function Tc(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Sc(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Ec(a){return Q(a)==="object"&&"glsl"in a&&"name"in a&&!("uniforms"in a)}function Rc(a){if(mc(a))return a;if(Tc(a))return{name:a.name,glsl:a.glsl,inradiusFactor:a.inradiusFactor,uniforms:[]};throw new Error("Invalid node shape specification: ".concat(JSON.stringify(a)))}function wc(a){if(bc(a))return a;if(Ti(a))return{name:a.name,glsl:a.glsl,uniforms:[],attributes:[]};throw new Error("Invalid node layer specification: ".concat(JSON.stringify(a)))}function Ac(a){if(yc(a))return a;if(Sc(a))return{name:a.name,glsl:a.glsl,segments:a.segments,uniforms:[],attributes:[]};throw new Error("Invalid edge path specification: ".concat(JSON.stringify(a)))}function Dc(a){if(_c(a))return a;if(Si(a))return{name:a.name,glsl:a.glsl,uniforms:[],attributes:[]};throw new Error("Invalid edge layer specification: ".concat(JSON.stringify(a)))}function Lc(a){if(xc(a))return a;if(Ec(a))return{name:a.name,glsl:a.glsl,length:a.length,widthFactor:a.widthFactor,margin:0,uniforms:[],attributes:[]};throw new Error("Invalid edge extremity specification: ".concat(JSON.stringify(a)))}function So(a){var n,t,e=(n=a?.shapes)!==null&&n!==void 0?n:rn.shapes,r=(t=a?.layers)!==null&&t!==void 0?t:rn.layers,i=e.map(Rc),o=r.map(wc);if(i.length===0)throw new Error("At least one node shape must be specified.");if(o.length===0)throw new Error("At least one node layer must be specified.");return{shapes:i,layers:o}}function Cc(a){var n,t,e,r=(n=a?.paths)!==null&&n!==void 0?n:Ft.paths,i=(t=a?.extremities)!==null&&t!==void 0?t:Ft.extremities,o=(e=a?.layers)!==null&&e!==void 0?e:Ft.layers,s=r.map(Ac),l=i.map(Lc).filter(function(d){return d!==null}),u=o.map(Dc);if(s.length===0)throw new Error("At least one edge path must be specified.");if(u.length===0)throw new Error("At least one edge layer must be specified.");return{paths:s,extremities:l,layers:u}}function Eo(a,n){var t={},e=W(a),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;i.variables&&Object.assign(t,i.variables)}}catch(o){e.e(o)}finally{e.f()}return Object.assign(t,n||{}),t}function Ro(a,n,t,e,r){var i=So(e),o=i.shapes,s=i.layers,l=Eo(o,e?.variables),u=go(a,n,t,{shapes:o,layers:s,label:e?.label,backdrop:e?.backdrop,labelAttachments:e?.labelAttachments},r);return U(U({},u),{},{variables:l})}function wo(a,n,t,e,r,i){var o=Cc(e),s=o.paths,l=o.extremities,u=o.layers,d=So(i),c=d.shapes,f=d.layers,h=Eo(s,e?.variables),p=To(a,n,t,{paths:s,extremities:l,layers:u,defaultHead:e?.defaultHead,defaultTail:e?.defaultTail,label:e?.label},r,c,f);return U(U({},p),{},{variables:h,paths:s})}var kc=2;function Ao(a,n,t){var e=arguments.length>3&&arguments[3]!==void 0?arguments[3]:kc,r=n.canvas,i=r.width,o=r.height,s=t.x,l=t.y,u=t.rowHeight,d=t.maxRowWidth,c={},f=[],h=W(a),p;try{for(h.s();!(p=h.n()).done;){var m=p.value,b=m.width+e,v=m.height+e;if(b>i||v>o||s+b>i&&l+u+v>o){f.push(m);continue}s+b>i&&(d=Math.max(d,s),s=0,l+=u,u=v),m.draw(n,s,l),c[m.key]={x:s,y:l,width:m.width,height:m.height},s+=b,u=Math.max(u,v)}}catch(g){h.e(g)}finally{h.f()}return d=Math.max(d,s),{atlas:c,cursor:{x:s,y:l,rowHeight:u,maxRowWidth:d},remaining:f}}function Te(a,n,t,e){var r=Object.defineProperty;try{r({},"",{})}catch{r=0}Te=function(i,o,s,l){function u(d,c){Te(i,d,function(f){return this._invoke(d,c,f)})}o?r?r(i,o,{value:s,enumerable:!l,configurable:!l,writable:!l}):i[o]=s:(u("next",0),u("throw",1),u("return",2))},Te(a,n,t,e)}function Se(){var a,n,t=typeof Symbol=="function"?Symbol:{},e=t.iterator||"@@iterator",r=t.toStringTag||"@@toStringTag";function i(h,p,m,b){var v=p&&p.prototype instanceof s?p:s,g=Object.create(v.prototype);return Te(g,"_invoke",(function(y,_,x){var S,A,E,L=0,T=x||[],w=!1,R={p:0,n:0,v:a,a:P,f:P.bind(a,4),d:function(k,C){return S=k,A=0,E=a,R.n=C,o}};function P(k,C){for(A=k,E=C,n=0;!w&&L&&!N&&n<T.length;n++){var N,z=T[n],F=R.p,I=z[2];k>3?(N=I===C)&&(E=z[(A=z[4])?5:(A=3,3)],z[4]=z[5]=a):z[0]<=F&&((N=k<2&&F<z[1])?(A=0,R.v=C,R.n=z[1]):F<I&&(N=k<3||z[0]>C||C>I)&&(z[4]=k,z[5]=C,R.n=I,A=0))}if(N||k>1)return o;throw w=!0,C}return function(k,C,N){if(L>1)throw TypeError("Generator is already running");for(w&&C===1&&P(C,N),A=C,E=N;(n=A<2?a:E)||!w;){S||(A?A<3?(A>1&&(R.n=-1),P(A,E)):R.n=E:R.v=E);try{if(L=2,S){if(A||(k="next"),n=S[k]){if(!(n=n.call(S,E)))throw TypeError("iterator result is not an object");if(!n.done)return n;E=n.value,A<2&&(A=0)}else A===1&&(n=S.return)&&n.call(S),A<2&&(E=TypeError("The iterator does not provide a '"+k+"' method"),A=1);S=a}else if((n=(w=R.n<0)?E:y.call(_,R))!==o)break}catch(z){S=a,A=1,E=z}finally{L=1}}return{value:n,done:w}}})(h,m,b),!0),g}var o={};function s(){}function l(){}function u(){}n=Object.getPrototypeOf;var d=[][e]?n(n([][e]())):(Te(n={},e,function(){return this}),n),c=u.prototype=s.prototype=Object.create(d);function f(h){return Object.setPrototypeOf?Object.setPrototypeOf(h,u):(h.__proto__=u,Te(h,r,"GeneratorFunction")),h.prototype=Object.create(c),h}return l.prototype=u,Te(c,"constructor",u),Te(u,"constructor",l),l.displayName="GeneratorFunction",Te(u,r,"GeneratorFunction"),Te(c),Te(c,r,"Generator"),Te(c,e,function(){return this}),Te(c,"toString",function(){return"[object Generator]"}),(Se=function(){return{w:i,m:f}})()}function Do(a,n,t,e,r,i,o){try{var s=a[i](o),l=s.value}catch(u){return void t(u)}s.done?n(l):Promise.resolve(l).then(e,r)}function $t(a){return function(){var n=this,t=arguments;return new Promise(function(e,r){var i=a.apply(n,t);function o(l){Do(i,e,r,o,s,"next",l)}function s(l){Do(i,e,r,o,s,"throw",l)}o(void 0)})}}var la=new Map,Lo=!1;function Pc(a){return new Promise(function(n,t){var e=new FileReader;e.onload=function(){return n(e.result)},e.onerror=t,e.readAsDataURL(a)})}function Fc(a){if(!la.has(a)){var n=fetch(a).then(function(t){return t.blob()}).then(Pc).catch(function(){return la.delete(a),null});la.set(a,n)}return la.get(a)}function Ic(a){return sr.apply(this,arguments)}function sr(){return sr=$t(Se().m(function a(n){var t,e,r;return Se().w(function(i){for(;;)switch(i.n){case 0:return t=document.createElement("div"),t.innerHTML=n,e=Array.from(t.querySelectorAll("img[src]")),r=e.filter(function(o){return!o.getAttribute("src").startsWith("data:")}),i.n=1,Promise.all(r.map((function(){var o=$t(Se().m(function s(l){var u;return Se().w(function(d){for(;;)switch(d.n){case 0:return d.n=1,Fc(l.getAttribute("src"));case 1:u=d.v,u&&l.setAttribute("src",u);case 2:return d.a(2)}},s)}));return function(s){return o.apply(this,arguments)}})()));case 1:return i.a(2,t.innerHTML)}},a)})),sr.apply(this,arguments)}function Co(a){return lr.apply(this,arguments)}function lr(){return lr=$t(Se().m(function a(n){var t,e,r,i,o,s,l,u,d,c,f,h,p,m=arguments;return Se().w(function(b){for(;;)switch(b.n){case 0:if(t=m.length>1&&m[1]!==void 0?m[1]:1,e=n instanceof SVGElement?new XMLSerializer().serializeToString(n):n,r=new DOMParser,i=r.parseFromString(e,"image/svg+xml"),o=i.querySelector("svg"),o){b.n=1;break}return b.a(2,null);case 1:if(s=parseFloat(o.getAttribute("width")||""),l=parseFloat(o.getAttribute("height")||""),(!(s>0)||!(l>0))&&(u=o.getAttribute("viewBox"),u&&(d=u.trim().split(/[\s,]+/),s=parseFloat(d[2]),l=parseFloat(d[3]))),!(!(s>0)||!(l>0))){b.n=2;break}return console.warn("Sigma: SVG label attachment has no parseable dimensions — skipped."),b.a(2,null);case 2:return c=Math.ceil(s*t),f=Math.ceil(l*t),h=new Blob([e],{type:"image/svg+xml"}),p=URL.createObjectURL(h),b.a(2,new Promise(function(v){var g=new Image;g.onload=function(){var y=document.createElement("canvas");y.width=c,y.height=f,y.getContext("2d").drawImage(g,0,0,c,f),URL.revokeObjectURL(p);try{y.getContext("2d").getImageData(0,0,1,1)}catch(_){if(_ instanceof DOMException&&_.name==="SecurityError"){Lo||(Lo=!0,console.warn('Sigma: A label attachment was skipped because the rendered canvas is tainted. SVG with <foreignObject> (used by the "html" attachment type) is blocked in Chromium and Safari. Use type: "canvas" with Canvas 2D rendering instead.')),v(null);return}throw _}v(y)},g.onerror=function(){URL.revokeObjectURL(p),v(null)},g.src=p}))}},a)})),lr.apply(this,arguments)}function Nc(a,n){var t=document.createElement("div");t.style.cssText="position:fixed;left:-99999px;top:0;visibility:hidden;width:max-content;height:max-content",t.innerHTML=(n?"<style>".concat(n,"</style>"):"")+a,document.body.appendChild(t);var e=t.getBoundingClientRect(),r=e.width,i=e.height;return document.body.removeChild(t),{width:Math.ceil(r),height:Math.ceil(i)}}function zc(a,n,t,e){return ur.apply(this,arguments)}function ur(){return ur=$t(Se().m(function a(n,t,e,r){var i,o,s,l,u,d,c,f,h=arguments;return Se().w(function(p){for(;;)switch(p.n){case 0:return i=h.length>4&&h[4]!==void 0?h[4]:1,o=n instanceof HTMLElement?n.outerHTML:n,p.n=1,Ic(o);case 1:return s=p.v,(e==null||r==null)&&(l=Nc(s,t),e=e??l.width,r=r??l.height),u=Math.ceil(e*i),d=Math.ceil(r*i),c=t?"<style>".concat(t,"</style>"):"",f='<svg xmlns="http://www.w3.org/2000/svg" '+'width="'.concat(u,'" height="').concat(d,'" viewBox="0 0 ').concat(e," ").concat(r,'">')+'<foreignObject width="'.concat(e,'" height="').concat(r,'">')+'<body xmlns="http://www.w3.org/1999/xhtml" style="margin:0;padding:0">'.concat(c).concat(s,"</body>")+"</foreignObject></svg>",p.a(2,Co(f,1))}},a)})),ur.apply(this,arguments)}function Gc(a){return dr.apply(this,arguments)}function dr(){return dr=$t(Se().m(function a(n){var t,e=arguments,r;return Se().w(function(i){for(;;)switch(i.n){case 0:t=e.length>1&&e[1]!==void 0?e[1]:1,r=n.type,i.n=r==="canvas"?1:r==="svg"?2:r==="html"?3:4;break;case 1:return i.a(2,n.canvas);case 2:return i.a(2,Co(n.svg,t));case 3:return i.a(2,zc(n.html,n.css,n.width,n.height,t));case 4:return i.a(2)}},a)})),dr.apply(this,arguments)}var Ut=2048,ko=(function(){function a(n,t,e){K(this,a),D(this,"cache",new Map),D(this,"pending",new Set),D(this,"atlas",{}),D(this,"glTexture",null),D(this,"dirty",!0),this.gl=n,this.renderers=t,this.scheduleRender=e,this.packCanvas=document.createElement("canvas"),this.packCanvas.width=Ut,this.packCanvas.height=Ut,this.packCtx=this.packCanvas.getContext("2d")}return Z(a,[{key:"renderAttachment",value:function(t,e,r){var i=this,o="".concat(t,":").concat(e);if(!(this.cache.has(o)||this.pending.has(o))){var s=this.renderers[e];if(s){var l=s(r);if(l){this.pending.add(o);var u=r.pixelRatio;Promise.resolve(l).then((function(){var d=$t(Se().m(function c(f){var h;return Se().w(function(p){for(;;)switch(p.n){case 0:if(i.pending.has(o)){p.n=1;break}return p.a(2);case 1:if(i.pending.delete(o),f){p.n=2;break}return p.a(2);case 2:return p.n=3,Gc(f,u);case 3:if(h=p.v,!(!h||h.width===0||h.height===0)){p.n=4;break}return p.a(2);case 4:i.cache.set(o,{image:h,width:h.width,height:h.height}),i.dirty=!0,i.scheduleRender();case 5:return p.a(2)}},c)}));return function(c){return d.apply(this,arguments)}})())}}}}},{key:"regenerateAtlas",value:function(){if(this.dirty){this.dirty=!1;var t=[];if(this.cache.forEach(function(u,d){t.push({key:d,width:u.width,height:u.height,draw:function(f,h,p){f.drawImage(u.image,h,p)}})}),t.length===0){this.atlas={},this.deleteGLTexture();return}var e={x:0,y:0,rowHeight:0,maxRowWidth:0};this.packCtx.clearRect(0,0,Ut,Ut);var r=Ao(t,this.packCtx,e),i=r.atlas,o=r.remaining;this.atlas=i,o.length>0&&console.warn("Sigma: ".concat(o.length," label attachment(s) could not fit in the ").concat(Ut,"x").concat(Ut," atlas and will not be rendered.")),this.deleteGLTexture();var s=this.gl,l=s.createTexture();s.activeTexture(s.TEXTURE0+fn),s.bindTexture(s.TEXTURE_2D,l),s.pixelStorei(s.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!0),s.texImage2D(s.TEXTURE_2D,0,s.RGBA,s.RGBA,s.UNSIGNED_BYTE,this.packCanvas),s.pixelStorei(s.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MAG_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_T,s.CLAMP_TO_EDGE),this.glTexture=l}}},{key:"bindTexture",value:function(t){if(this.glTexture){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.glTexture)}}},{key:"getEntry",value:function(t,e){var r="".concat(t,":").concat(e);return this.atlas[r]||null}},{key:"invalidateNode",value:function(t){var e="".concat(t,":"),r=W(this.cache.keys()),i;try{for(r.s();!(i=r.n()).done;){var o=i.value;o.startsWith(e)&&(this.cache.delete(o),this.dirty=!0)}}catch(d){r.e(d)}finally{r.f()}var s=W(this.pending),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;u.startsWith(e)&&this.pending.delete(u)}}catch(d){s.e(d)}finally{s.f()}}},{key:"restore",value:function(){this.glTexture=null,this.dirty=!0}},{key:"clear",value:function(){this.cache.clear(),this.pending.clear(),this.atlas={},this.dirty=!0,this.deleteGLTexture()}},{key:"kill",value:function(){this.clear(),this.packCanvas=null,this.packCtx=null,this.gl=null}},{key:"deleteGLTexture",value:function(){this.glTexture&&(this.gl.deleteTexture(this.glTexture),this.glTexture=null)}}])})(),cr=(function(){function a(n){K(this,a),D(this,"buckets",new Map),D(this,"keyDepth",new Map);var t=W(n),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;this.buckets.set(r,new Set)}}catch(i){t.e(i)}finally{t.f()}}return Z(a,[{key:"has",value:function(t){return this.keyDepth.has(t)}},{key:"getBucket",value:function(t){return this.buckets.get(t)}},{key:"set",value:function(t,e){var r,i=this.keyDepth.get(t);if(i!==e){var o=this.buckets.get(e);if(!o)throw new Error('Sigma: "'.concat(e,'" is not a declared depth layer'));i!==void 0&&((r=this.buckets.get(i))===null||r===void 0||r.delete(t)),o.add(t),this.keyDepth.set(t,e)}}},{key:"remove",value:function(t){var e=this.keyDepth.get(t);e!==void 0&&(this.buckets.get(e).delete(t),this.keyDepth.delete(t))}},{key:"clearAll",value:function(){var t=W(this.buckets.values()),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;r.clear()}}catch(i){t.e(i)}finally{t.f()}this.keyDepth.clear()}},{key:"getSorted",value:function(t,e){var r=this.buckets.get(t);return!r||r.size===0?[]:X(r).sort(function(i,o){return e(i)-e(o)})}}])})(),Po=(function(a){function n(t,e){return K(this,n),oe(this,n,[t,2,e])}return se(n,a),Z(n,[{key:"updateNode",value:function(e,r,i,o,s,l,u,d){var c=this.indexMap.get(e);if(c===void 0)throw new Error('Node "'.concat(e,'" not allocated in NodeDataTexture'));var f=Ke(d),h=J(f,4),p=h[0],m=h[1],b=h[2],v=h[3],g=c*2*4;this.data[g]=r,this.data[g+1]=i,this.data[g+2]=o,this.data[g+3]=s,this.data[g+4]=l,this.data[g+5]=u,this.data[g+6]=p*65536+m*256+b,this.data[g+7]=v/255,this.markDirty(c)}}])})(aa),Mc=1024,Bc=1.5,Oc=4096,hr=(function(){function a(n,t){var e;if(K(this,a),D(this,"texture",null),D(this,"framebuffer",null),!n.getExtension("EXT_color_buffer_float"))throw new Error("sigma: EXT_color_buffer_float is required for label/edge placement but is unavailable in this WebGL2 context.");this.gl=n,this.channels=t.channels,this.capacity=this.roundUpToPowerOfTwo((e=t.initialCapacity)!==null&&e!==void 0?e:Mc);var r=this.computeDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.create()}return Z(a,[{key:"roundUpToPowerOfTwo",value:function(t){return Math.pow(2,Math.ceil(Math.log2(Math.max(1,t))))}},{key:"computeDimensions",value:function(t){var e=Math.min(t,Oc),r=Math.ceil(t/e);return{width:e,height:r}}},{key:"create",value:function(){var t=this.gl,e=this.channels===1?t.R32F:t.RGBA32F,r=this.channels===1?t.RED:t.RGBA;if(this.texture=t.createTexture(),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.texture),t.texImage2D(t.TEXTURE_2D,0,e,this.textureWidth,this.textureHeight,0,r,t.FLOAT,null),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MIN_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_MAG_FILTER,t.NEAREST),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_S,t.CLAMP_TO_EDGE),t.texParameteri(t.TEXTURE_2D,t.TEXTURE_WRAP_T,t.CLAMP_TO_EDGE),this.framebuffer=t.createFramebuffer(),t.bindFramebuffer(t.FRAMEBUFFER,this.framebuffer),t.framebufferTexture2D(t.FRAMEBUFFER,t.COLOR_ATTACHMENT0,t.TEXTURE_2D,this.texture,0),t.checkFramebufferStatus(t.FRAMEBUFFER)!==t.FRAMEBUFFER_COMPLETE)throw new Error("sigma: float framebuffer for frame-pass placement is incomplete.");t.bindFramebuffer(t.FRAMEBUFFER,null),t.bindTexture(t.TEXTURE_2D,null)}},{key:"ensureCapacity",value:function(t){if(!(t<=this.capacity)){var e=this.gl;this.capacity=this.roundUpToPowerOfTwo(Math.ceil(t*Bc));var r=this.computeDimensions(this.capacity);this.textureWidth=r.width,this.textureHeight=r.height,this.texture&&e.deleteTexture(this.texture),this.framebuffer&&e.deleteFramebuffer(this.framebuffer),this.create()}}},{key:"bindAsRenderTarget",value:function(){var t=this.gl;t.bindFramebuffer(t.FRAMEBUFFER,this.framebuffer),t.viewport(0,0,this.textureWidth,this.textureHeight)}},{key:"bind",value:function(t){var e=this.gl;e.activeTexture(e.TEXTURE0+t),e.bindTexture(e.TEXTURE_2D,this.texture)}},{key:"getTexture",value:function(){return this.texture}},{key:"getTextureWidth",value:function(){return this.textureWidth}},{key:"getTextureHeight",value:function(){return this.textureHeight}},{key:"restore",value:function(){this.gl.getExtension("EXT_color_buffer_float"),this.create()}},{key:"kill",value:function(){var t=this.gl;this.texture&&(t.deleteTexture(this.texture),this.texture=null),this.framebuffer&&(t.deleteFramebuffer(this.framebuffer),this.framebuffer=null)}}])})(),Fo=(function(a){function n(t,e){return K(this,n),oe(this,n,[t,2,e])}return se(n,a),Z(n,[{key:"updateEdge",value:function(e,r,i,o,s,l){var u=arguments.length>6&&arguments[6]!==void 0?arguments[6]:0,d=arguments.length>7&&arguments[7]!==void 0?arguments[7]:0,c=arguments.length>8&&arguments[8]!==void 0?arguments[8]:0,f=this.indexMap.get(e);if(f===void 0)throw new Error('Edge "'.concat(e,'" not allocated in EdgeDataTexture'));var h=f*this.TEXELS_PER_ITEM*4;this.data[h+0]=r,this.data[h+1]=i,this.data[h+2]=o,this.data[h+3]=0,this.data[h+4]=s,this.data[h+5]=l,this.data[h+6]=u,this.data[h+7]=(d&15)<<4|c&15,this.markDirty(f)}}])})(aa);var _g=at(Rt()),Tg=at(ja());function Wc(a,n){if(a==null)return{};var t={};for(var e in a)if({}.hasOwnProperty.call(a,e)){if(n.indexOf(e)!==-1)continue;t[e]=a[e]}return t}function Io(a,n){if(a==null)return{};var t,e,r=Wc(a,n);if(Object.getOwnPropertySymbols){var i=Object.getOwnPropertySymbols(a);for(e=0;e<i.length;e++)t=i[e],n.indexOf(t)===-1&&{}.propertyIsEnumerable.call(a,t)&&(r[t]=a[t])}return r}var Uc=["factor"],$c=["factor"],No=1.5,fr={x:.5,y:.5,angle:0,ratio:1},zo=(function(a){function n(){var t;K(this,n);for(var e=arguments.length,r=new Array(e),i=0;i<e;i++)r[i]=arguments[i];return t=oe(this,n,[].concat(r)),D(t,"minRatio",null),D(t,"maxRatio",null),D(t,"enabled",!0),D(t,"enabledZooming",!0),D(t,"enabledPanning",!0),D(t,"enabledRotation",!0),D(t,"constrainState",null),D(t,"state",U({},fr)),D(t,"previousState",U({},fr)),D(t,"nextFrame",null),D(t,"currentAnimationFrom",null),D(t,"currentAnimationTo",null),D(t,"animationCallback",null),t}return se(n,a),Z(n,[{key:"x",get:function(){return this.state.x}},{key:"y",get:function(){return this.state.y}},{key:"angle",get:function(){return this.state.angle}},{key:"ratio",get:function(){return this.state.ratio}},{key:"getState",value:function(){return U({},this.state)}},{key:"getPreviousState",value:function(){return U({},this.previousState)}},{key:"getBoundedRatio",value:function(e){var r=e;return typeof this.minRatio=="number"&&(r=Math.max(r,this.minRatio)),typeof this.maxRatio=="number"&&(r=Math.min(r,this.maxRatio)),r}},{key:"validateState",value:function(e){var r=this.getState();return this.enabledPanning&&typeof e.x=="number"&&(r.x=e.x),this.enabledPanning&&typeof e.y=="number"&&(r.y=e.y),this.enabledZooming&&typeof e.ratio=="number"&&(r.ratio=this.getBoundedRatio(e.ratio)),this.enabledRotation&&typeof e.angle=="number"&&(r.angle=e.angle),this.constrainState?this.constrainState(r):r}},{key:"isAnimating",value:function(){return this.nextFrame!==null}},{key:"setState",value:function(e){if(!this.enabled)return this;var r=this.validateState(e);return Mi(this.state,r)?this:(this.previousState=this.state,this.state=r,this.emit("updated",this.getState()),this)}},{key:"updateState",value:function(e){return this.setState(e(this.getState())),this}},{key:"animate",value:function(e,r){var i=this;return this.enabled?new Promise(function(o){return i.runAnimation(e,U(U({},Wi),r),o)}):Promise.resolve()}},{key:"cancelAnimation",value:function(){return this.nextFrame!==null&&(cancelAnimationFrame(this.nextFrame),this.nextFrame=null),this.resolveAnimation(),this.emitAnimationEnd(!1),this}},{key:"zoomIn",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},r=e.factor,i=r===void 0?No:r,o=Io(e,Uc);return this.animate({ratio:this.ratio/i},o)}},{key:"zoomOut",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:{},r=e.factor,i=r===void 0?No:r,o=Io(e,$c);return this.animate({ratio:this.ratio*i},o)}},{key:"reset",value:function(e){return this.animate(fr,e)}},{key:"runAnimation",value:function(e,r,i){var o=this,s=On(r.easing),l=Date.now(),u=this.getState(),d=this.validateState(e),c=function(){if(!o.enabled){o.cancelAnimation();return}var h=r.duration>0?(Date.now()-l)/r.duration:1;if(h>=1){o.nextFrame=null,o.setState(d),o.resolveAnimation(),o.emitAnimationEnd(!0);return}var p=s(h);o.setState({x:u.x+(d.x-u.x)*p,y:u.y+(d.y-u.y)*p,angle:u.angle+(d.angle-u.angle)*p,ratio:u.ratio+(d.ratio-u.ratio)*p}),o.nextFrame=requestAnimationFrame(c)};this.cancelAnimation(),this.currentAnimationFrom=u,this.currentAnimationTo=d,this.animationCallback=i,this.emit("animationStart",{from:u,to:d}),c()}},{key:"resolveAnimation",value:function(){var e=this.animationCallback;this.animationCallback=null,e&&e()}},{key:"emitAnimationEnd",value:function(e){var r=this.currentAnimationFrom,i=this.currentAnimationTo;!r||!i||(this.currentAnimationFrom=null,this.currentAnimationTo=null,this.emit("animationEnd",{from:r,to:i,completed:e}))}}],[{key:"from",value:function(e){var r=new n;return r.setState(e)}}])})(Hn);function Ee(a,n){var t=n.getBoundingClientRect();return{x:a.clientX-t.left,y:a.clientY-t.top}}function Be(a,n){var t=U(U({},Ee(a,n)),{},{sigmaDefaultPrevented:!1,preventSigmaDefault:function(){t.sigmaDefaultPrevented=!0},original:a});return t}function ht(a){var n="x"in a?a:U(U({},a.touches[0]||a.previousTouches[0]),{},{original:a.original,sigmaDefaultPrevented:a.sigmaDefaultPrevented,preventSigmaDefault:function(){a.sigmaDefaultPrevented=!0,n.sigmaDefaultPrevented=!0}});return n}function Hc(a,n){var t=Be(a,n);return t.delta=Zo(a),t}var Vc=2;function da(a){for(var n=[],t=0,e=Math.min(a.length,Vc);t<e;t++)n.push(a[t]);return n}function pn(a,n,t){var e={touches:da(a.touches).map(function(r){return Ee(r,t)}),previousTouches:n.map(function(r){return Ee(r,t)}),sigmaDefaultPrevented:!1,preventSigmaDefault:function(){e.sigmaDefaultPrevented=!0},original:a};return e}function Zo(a){if(typeof a.deltaY<"u")return a.deltaY*-3/360;if(typeof a.detail<"u")return a.detail/-9;throw new Error("Captor: could not extract delta from event.")}var Qo=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n),r.container=t,r.renderer=e,r}return se(n,a),Z(n)})(Hn),jc=["doubleClickTimeout","doubleClickZoomingDuration","doubleClickZoomingRatio","dragTimeout","draggedEventsTolerance","enableCameraMouseRotation","gestureTarget","inertiaDuration","inertiaRatio","zoomDuration","zoomingRatio"],Xc=jc.reduce(function(a,n){return U(U({},a),{},D({},n,Xn[n]))},{});function vn(a){return a instanceof PointerEvent&&a.pointerType==="touch"}var qc=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n,[t,e]),D(r,"enabled",!0),D(r,"draggedEvents",0),D(r,"downStartTime",null),D(r,"lastMouseX",null),D(r,"lastMouseY",null),D(r,"isMouseDown",!1),D(r,"isMoving",!1),D(r,"isPanningStage",!1),D(r,"movingTimeout",null),D(r,"startCameraState",null),D(r,"clicks",0),D(r,"doubleClickTimeout",null),D(r,"isRightMouseDown",!1),D(r,"startRotationAngle",null),D(r,"startCameraAngle",null),D(r,"currentWheelDirection",0),D(r,"lastWheelAnimationId",0),D(r,"settings",Xc),r.handleRightClick=r.handleRightClick.bind(r),r.handleDown=r.handleDown.bind(r),r.handleUp=r.handleUp.bind(r),r.handleMove=r.handleMove.bind(r),r.handleWheel=r.handleWheel.bind(r),r.handleLeave=r.handleLeave.bind(r),r.handleEnter=r.handleEnter.bind(r),t.addEventListener("contextmenu",r.handleRightClick,{capture:!1}),t.addEventListener("pointerdown",r.handleDown,{capture:!1}),t.addEventListener("wheel",r.handleWheel,{capture:!1,passive:!1}),t.addEventListener("pointerleave",r.handleLeave,{capture:!1}),t.addEventListener("pointerenter",r.handleEnter,{capture:!1}),document.addEventListener("pointermove",r.handleMove,{capture:!1}),document.addEventListener("pointerup",r.handleUp,{capture:!1}),r}return se(n,a),Z(n,[{key:"kill",value:function(){var e=this.container;e.removeEventListener("contextmenu",this.handleRightClick),e.removeEventListener("pointerdown",this.handleDown),e.removeEventListener("wheel",this.handleWheel),e.removeEventListener("pointerleave",this.handleLeave),e.removeEventListener("pointerenter",this.handleEnter),document.removeEventListener("pointermove",this.handleMove),document.removeEventListener("pointerup",this.handleUp)}},{key:"handleClick",value:function(e){var r=this;if(this.enabled){if(this.clicks++,this.clicks===2)return this.clicks=0,typeof this.doubleClickTimeout=="number"&&(clearTimeout(this.doubleClickTimeout),this.doubleClickTimeout=null),this.handleDoubleClick(e);setTimeout(function(){r.clicks=0,r.doubleClickTimeout=null},this.settings.doubleClickTimeout),this.draggedEvents<this.settings.draggedEventsTolerance&&this.emit("click",Be(e,this.container))}}},{key:"handleRightClick",value:function(e){this.enabled&&(this.settings.enableCameraMouseRotation&&e.preventDefault(),this.emit("rightClick",Be(e,this.container)))}},{key:"handleDoubleClick",value:function(e){if(this.enabled){e.preventDefault(),e.stopPropagation();var r=Be(e,this.container);if(this.emit("doubleClick",r),!r.sigmaDefaultPrevented){var i=this.renderer.getCamera(),o=i.getBoundedRatio(i.getState().ratio/this.settings.doubleClickZoomingRatio);i.animate(this.renderer.getViewportZoomedState(Ee(e,this.container),o),{easing:"quadraticInOut",duration:this.settings.doubleClickZoomingDuration})}}}},{key:"handleDown",value:function(e){if(!(!this.enabled||vn(e))){if(e.button===0){this.startCameraState=this.renderer.getCamera().getState();var r=Ee(e,this.container),i=r.x,o=r.y;this.lastMouseX=i,this.lastMouseY=o,this.draggedEvents=0,this.downStartTime=Date.now(),this.isMouseDown=!0}if(e.button===2&&this.settings.enableCameraMouseRotation){var s=Ee(e,this.container),l=s.x,u=s.y,d=this.container.offsetWidth/2,c=this.container.offsetHeight/2;this.startRotationAngle=Math.atan2(u-c,l-d),this.startCameraAngle=this.renderer.getCamera().getState().angle,this.isRightMouseDown=!0}this.emit("mousedown",Be(e,this.container))}}},{key:"handleUp",value:function(e){var r=this;if(!(!this.enabled||vn(e)||!this.isMouseDown&&!this.isRightMouseDown)){if(this.isRightMouseDown){this.isRightMouseDown=!1,this.startRotationAngle=null,this.startCameraAngle=null,this.emit("mouseup",Be(e,this.container));return}var i=this.renderer.getCamera();this.isMouseDown=!1,this.isPanningStage&&(this.isPanningStage=!1,this.renderer._setPanning(!1)),typeof this.movingTimeout=="number"&&(clearTimeout(this.movingTimeout),this.movingTimeout=null);var o=Ee(e,this.container),s=o.x,l=o.y,u=i.getState(),d=i.getPreviousState();this.isMoving?i.animate({x:u.x+this.settings.inertiaRatio*(u.x-d.x),y:u.y+this.settings.inertiaRatio*(u.y-d.y)},{duration:this.settings.inertiaDuration,easing:"quadraticOut"}):(this.lastMouseX!==s||this.lastMouseY!==l)&&i.setState({x:u.x,y:u.y}),this.isMoving=!1,setTimeout(function(){var c=r.draggedEvents>0;r.draggedEvents=0;var f=r.renderer.getSetting("hideEdgesOnMove")||r.renderer.getSetting("hideLabelsOnMove");c&&f&&r.renderer.refresh()},0),this.emit("mouseup",Be(e,this.container)),(e.target===this.container||e.composedPath()[0]===this.container)&&this.handleClick(e)}}},{key:"handleMove",value:function(e){var r=this;if(!(!this.enabled||vn(e))){var i=Be(e,this.container);if(this.emit("mousemovebody",i),(e.target===this.container||e.composedPath()[0]===this.container)&&this.emit("mousemove",i),this.isMouseDown&&this.draggedEvents++,!i.sigmaDefaultPrevented){if(this.isMouseDown){this.isMoving=!0,typeof this.movingTimeout=="number"&&clearTimeout(this.movingTimeout),this.movingTimeout=window.setTimeout(function(){r.movingTimeout=null,r.isMoving=!1},this.settings.dragTimeout);var o=this.renderer.getCamera(),s=Ee(e,this.container),l=s.x,u=s.y,d=this.renderer.viewportToFramedGraph({x:this.lastMouseX,y:this.lastMouseY}),c=this.renderer.viewportToFramedGraph({x:l,y:u}),f=d.x-c.x,h=d.y-c.y,p=o.getState(),m=p.x+f,b=p.y+h;this.isPanningStage||(this.isPanningStage=!0,this.renderer._setPanning(!0)),o.setState({x:m,y:b}),this.lastMouseX=l,this.lastMouseY=u,e.preventDefault(),e.stopPropagation()}if(this.isRightMouseDown){var v=Ee(e,this.container),g=v.x,y=v.y,_=this.container.offsetWidth/2,x=this.container.offsetHeight/2,S=Math.atan2(y-x,g-_),A=S-this.startRotationAngle,E=this.renderer.getCamera();E.setState({angle:this.startCameraAngle+A}),e.preventDefault(),e.stopPropagation()}}}}},{key:"handleLeave",value:function(e){vn(e)||this.emit("mouseleave",Be(e,this.container))}},{key:"handleEnter",value:function(e){vn(e)||this.emit("mouseenter",Be(e,this.container))}},{key:"handleWheel",value:function(e){var r=this,i=this.renderer.getCamera();if(!(!this.enabled||!i.enabledZooming)){var o=Hc(e,this.container);if(this.emit("wheel",o),!o.sigmaDefaultPrevented){var s=this.settings.gestureTarget;if(s!=="page"){if(s==="shared"&&!e.ctrlKey&&!e.metaKey){this.renderer._showGestureHint("wheel");return}var l=Zo(e);if(l){e.preventDefault(),e.stopPropagation();var u=i.getState().ratio,d=l>0?1/this.settings.zoomingRatio:this.settings.zoomingRatio,c=i.getBoundedRatio(u*d),f=l>0?1:-1,h=Date.now();if(u!==c&&!(this.currentWheelDirection===f&&this.lastWheelTriggerTime&&h-this.lastWheelTriggerTime<this.settings.zoomDuration/5)){var p=++this.lastWheelAnimationId;i.animate(this.renderer.getViewportZoomedState(Ee(e,this.container),c),{easing:"quadraticOut",duration:this.settings.zoomDuration}).then(function(){r.lastWheelAnimationId===p&&(r.currentWheelDirection=0)}),this.currentWheelDirection=f,this.lastWheelTriggerTime=h}}}}}}},{key:"setSettings",value:function(e){this.settings=e}}])})(Qo),Yc=["dragTimeout","gestureTarget","inertiaDuration","inertiaRatio","doubleClickTimeout","doubleClickZoomingRatio","doubleClickZoomingDuration","tapMoveTolerance"],Kc=Yc.reduce(function(a,n){return U(U({},a),{},D({},n,Xn[n]))},{}),Zc=(function(a){function n(t,e){var r;return K(this,n),r=oe(this,n,[t,e]),D(r,"enabled",!0),D(r,"isMoving",!1),D(r,"hasMoved",!1),D(r,"isPanningStage",!1),D(r,"isZoomingStage",!1),D(r,"touchMode",0),D(r,"startTouchesPositions",[]),D(r,"lastTouches",[]),D(r,"lastTap",null),D(r,"settings",Kc),r.handleStart=r.handleStart.bind(r),r.handleLeave=r.handleLeave.bind(r),r.handleMove=r.handleMove.bind(r),t.addEventListener("touchstart",r.handleStart,{capture:!1}),t.addEventListener("touchcancel",r.handleLeave,{capture:!1}),document.addEventListener("touchend",r.handleLeave,{capture:!1,passive:!1}),document.addEventListener("touchmove",r.handleMove,{capture:!1,passive:!1}),r}return se(n,a),Z(n,[{key:"kill",value:function(){var e=this.container;e.removeEventListener("touchstart",this.handleStart),e.removeEventListener("touchcancel",this.handleLeave),document.removeEventListener("touchend",this.handleLeave),document.removeEventListener("touchmove",this.handleMove)}},{key:"getDimensions",value:function(){return{width:this.container.offsetWidth,height:this.container.offsetHeight}}},{key:"doesCapture",value:function(e){var r=this.settings.gestureTarget;return r==="graph"?!0:r==="page"?!1:e>=2}},{key:"syncStageFlags",value:function(){var e=this.touchMode===1&&this.hasMoved,r=this.touchMode===2;e!==this.isPanningStage&&(this.isPanningStage=e,this.renderer._setPanning(e)),r!==this.isZoomingStage&&(this.isZoomingStage=r,this.renderer._setZooming(r))}},{key:"handleStart",value:function(e){var r=this;if(this.enabled){var i=da(e.touches);if(this.touchMode=i.length,this.startCameraState=this.renderer.getCamera().getState(),this.startTouchesPositions=i.map(function(h){return Ee(h,r.container)}),this.touchMode===2){var o=J(this.startTouchesPositions,2),s=o[0],l=s.x,u=s.y,d=o[1],c=d.x,f=d.y;this.startTouchesAngle=Math.atan2(f-u,c-l),this.startTouchesDistance=Math.sqrt(Math.pow(c-l,2)+Math.pow(f-u,2))}this.syncStageFlags(),this.emit("touchdown",pn(e,this.lastTouches,this.container)),this.lastTouches=i,this.lastTouchesPositions=this.startTouchesPositions,e.cancelable&&(this.doesCapture(e.touches.length)||this.renderer._hasNodeDrag())&&e.preventDefault()}}},{key:"handleLeave",value:function(e){if(!(!this.enabled||!this.startTouchesPositions.length)){switch(e.cancelable&&this.doesCapture(this.touchMode)&&e.preventDefault(),this.movingTimeout&&(this.isMoving=!1,clearTimeout(this.movingTimeout)),this.touchMode){case 2:if(e.touches.length===1){this.handleStart(e);break}case 1:if(this.isMoving){var r=this.renderer.getCamera(),i=r.getState(),o=r.getPreviousState();r.animate({x:i.x+this.settings.inertiaRatio*(i.x-o.x),y:i.y+this.settings.inertiaRatio*(i.y-o.y)},{duration:this.settings.inertiaDuration,easing:"quadraticOut"})}this.hasMoved=!1,this.isMoving=!1,this.touchMode=0;break}if(this.syncStageFlags(),this.emit("touchup",pn(e,this.lastTouches,this.container)),!e.touches.length){var s=Ee(this.lastTouches[0],this.container),l=this.startTouchesPositions[0],u=Math.pow(s.x-l.x,2)+Math.pow(s.y-l.y,2);if(!e.touches.length&&u<Math.pow(this.settings.tapMoveTolerance,2))if(this.lastTap&&Date.now()-this.lastTap.time<this.settings.doubleClickTimeout){var d=pn(e,this.lastTouches,this.container);if(this.emit("doubletap",d),this.lastTap=null,!d.sigmaDefaultPrevented&&this.settings.gestureTarget!=="page"){var c=this.renderer.getCamera(),f=c.getBoundedRatio(c.getState().ratio/this.settings.doubleClickZoomingRatio);c.animate(this.renderer.getViewportZoomedState(s,f),{easing:"quadraticInOut",duration:this.settings.doubleClickZoomingDuration})}}else{var h=pn(e,this.lastTouches,this.container);this.emit("tap",h),this.lastTap={time:Date.now(),position:h.touches[0]||h.previousTouches[0]}}}this.lastTouches=da(e.touches),this.startTouchesPositions=[]}}},{key:"handleMove",value:function(e){var r=this;if(!(!this.enabled||!this.startTouchesPositions.length)){var i=this.doesCapture(e.touches.length);i&&e.preventDefault();var o=da(e.touches),s=o.map(function(O){return Ee(O,r.container)}),l=this.lastTouches;this.lastTouches=o,this.lastTouchesPositions=s;var u=pn(e,l,this.container);if(this.emit("touchmove",u),!u.sigmaDefaultPrevented&&(this.hasMoved||(this.hasMoved=s.some(function(O,$){var j=r.startTouchesPositions[$];return j&&(O.x!==j.x||O.y!==j.y)})),!!this.hasMoved)){if(!i){this.settings.gestureTarget==="shared"&&this.renderer._showGestureHint("touch");return}this.isMoving=!0,this.syncStageFlags(),this.movingTimeout&&clearTimeout(this.movingTimeout),this.movingTimeout=window.setTimeout(function(){r.isMoving=!1},this.settings.dragTimeout);var d=this.renderer.getCamera(),c=this.startCameraState,f=this.renderer.getSetting("stagePadding");switch(this.touchMode){case 1:{var h=this.renderer.viewportToFramedGraph((this.startTouchesPositions||[])[0]),p=h.x,m=h.y,b=this.renderer.viewportToFramedGraph(s[0]),v=b.x,g=b.y;d.setState({x:c.x+p-v,y:c.y+m-g});break}case 2:{var y={x:.5,y:.5,angle:0,ratio:1},_=s[0],x=_.x,S=_.y,A=s[1],E=A.x,L=A.y,T=Math.atan2(L-S,E-x)-this.startTouchesAngle,w=Math.hypot(L-S,E-x)/this.startTouchesDistance,R=d.getBoundedRatio(c.ratio/w);y.ratio=R,y.angle=c.angle+T;var P=this.getDimensions(),k=this.renderer.viewportToFramedGraph((this.startTouchesPositions||[])[0],{cameraState:c}),C=Math.min(P.width,P.height)-2*f,N=C/P.width,z=C/P.height,F=R/C,I=x-C/2/N,M=S-C/2/z,B=La({x:I,y:M},y.angle);I=B.x,M=B.y,y.x=k.x-I*F,y.y=k.y+M*F,d.setState(y);break}}}}}},{key:"setSettings",value:function(e){this.settings=e}}])})(Qo),Qc=(function(){function a(n,t,e,r){K(this,a),D(this,"pendingNode",null),D(this,"session",null),this.graph=n,this.viewportToGraph=t,this.setNodesState=e,this.emit=r}return Z(a,[{key:"start",value:function(t,e,r,i,o){var s=r(t),l=!1;if(this.emit("nodeDragStart",{node:t,allDraggedNodes:s,event:e,preventSigmaDefault:function(){l=!0}}),l)return!1;var u=new Map,d=W(s),c;try{for(d.s();!(c=d.n()).done;){var f=c.value;u.set(f,{x:this.graph.getNodeAttribute(f,i),y:this.graph.getNodeAttribute(f,o)})}}catch(h){d.e(h)}finally{d.f()}return this.session={node:t,allNodes:s,startPosition:this.viewportToGraph(e),startNodePositions:u,xAttr:i,yAttr:o},this.setNodesState(s,{isDragged:!0}),!0}},{key:"applyMove",value:function(t,e){var r=this.session,i=r.allNodes,o=r.startNodePositions,s=r.startPosition,l=r.xAttr,u=r.yAttr,d=this.viewportToGraph(t),c={x:d.x-s.x,y:d.y-s.y},f=W(i),h;try{for(f.s();!(h=f.n()).done;){var p=h.value,m=o.get(p);if(!(!m||!this.graph.hasNode(p))){var b={x:m.x+c.x,y:m.y+c.y};e?this.graph.mergeNodeAttributes(p,e(b,p)):(this.graph.setNodeAttribute(p,l,b.x),this.graph.setNodeAttribute(p,u,b.y))}}}catch(v){f.e(v)}finally{f.f()}}},{key:"end",value:function(){if(this.pendingNode=null,!this.session)return null;var t=this.session,e=t.node,r=t.allNodes;return this.setNodesState(r,{isDragged:!1}),this.session=null,{node:e,allNodes:r}}},{key:"removeNode",value:function(t){t===this.pendingNode&&(this.pendingNode=null),this.session&&(this.session.node===t?(this.setNodesState(this.session.allNodes,{isDragged:!1}),this.session=null):this.session.allNodes.includes(t)&&(this.session.allNodes=this.session.allNodes.filter(function(e){return e!==t}),this.session.startNodePositions.delete(t)))}},{key:"clear",value:function(){this.pendingNode=null,this.session=null}}])})();function Go(a,n){return a<n?"".concat(a,"\0").concat(n):"".concat(n,"\0").concat(a)}var Jc=(function(){function a(n,t){K(this,a),D(this,"groups",new Map),D(this,"edgeToGroupKey",new Map),this.graph=n,this.onGroupChanged=t}return Z(a,[{key:"getGroupKey",value:function(t){return Go(this.graph.source(t),this.graph.target(t))}},{key:"sortGroup",value:function(t,e){var r=this,i=e.split("\0")[0];t.sort(function(o,s){var l=r.graph.source(o)===i||!r.graph.isDirected(o)?0:1,u=r.graph.source(s)===i||!r.graph.isDirected(s)?0:1;return l-u})}},{key:"register",value:function(t){var e=this.getGroupKey(t),r=this.groups.get(e);r||(r=[],this.groups.set(e,r)),r.includes(t)||r.push(t),this.edgeToGroupKey.set(t,e),r.length>1&&this.sortGroup(r,e),this.onGroupChanged(r,r.length)}},{key:"unregister",value:function(t){var e=this.edgeToGroupKey.get(t);if(e){this.edgeToGroupKey.delete(t);var r=this.groups.get(e);if(r){var i=r.indexOf(t);i!==-1&&r.splice(i,1),r.length===0?this.groups.delete(e):this.onGroupChanged(r,r.length)}}}},{key:"getGroup",value:function(t){var e,r=this.edgeToGroupKey.get(t);return r?(e=this.groups.get(r))!==null&&e!==void 0?e:[]:[]}},{key:"getSiblings",value:function(t){return this.getGroup(t).filter(function(e){return e!==t})}},{key:"rebuild",value:function(){var t=this;this.groups.clear(),this.edgeToGroupKey.clear(),this.graph.forEachEdge(function(l,u,d,c){var f=Go(d,c),h=t.groups.get(f);h||(h=[],t.groups.set(f,h)),h.push(l),t.edgeToGroupKey.set(l,f)});var e=W(this.groups),r;try{for(e.s();!(r=e.n()).done;){var i=J(r.value,2),o=i[0],s=i[1];s.length>1&&this.sortGroup(s,o),this.onGroupChanged(s,s.length)}}catch(l){e.e(l)}finally{e.f()}}},{key:"clear",value:function(){this.groups.clear(),this.edgeToGroupKey.clear()}}])})();function Mo(a,n){var t;if(a===!1||a==="extend"||a==="separate")return a;var e=a[n];return e!==void 0?e:(t=a.default)!==null&&t!==void 0?t:!1}function Bo(a){return a===!1?!1:a==="extend"||a==="separate"?!0:Object.values(a).some(function(n){return n==="extend"||n==="separate"})}function Oo(a){return a==="separate"?!0:a===!1||a==="extend"?!1:a.default==="separate"?!0:Object.values(a).includes("separate")}var be={node:{parent:null,eventSuffix:"Node",payloadKey:"node",isEnabled:function(){return!0},writesPickingThisFrame:function(){return!0},setHover:function(n,t,e){return n.setNodeState(t,{isHovered:e})},getCursor:function(n,t){var e;return(e=n.nodeDataCache[t])===null||e===void 0?void 0:e.cursor},isHitValid:function(n,t){var e;return((e=n.nodeDataCache[t])===null||e===void 0?void 0:e.visibility)!=="hidden"}},edge:{parent:null,eventSuffix:"Edge",payloadKey:"edge",isEnabled:function(n){return!!n.settings.enableEdgeEvents},writesPickingThisFrame:function(n){return!!n.settings.enableEdgeEvents},setHover:function(n,t,e){return n.setEdgeState(t,{isHovered:e})},getCursor:function(n,t){var e;return(e=n.edgeDataCache[t])===null||e===void 0?void 0:e.cursor}},nodeLabel:{parent:"node",eventSuffix:"NodeLabel",payloadKey:"node",isEnabled:function(n){return Oo(n.settings.nodeLabelEvents)},writesPickingThisFrame:function(n){return Bo(n.settings.nodeLabelEvents)},setHover:function(n,t,e){return n.setNodeState(t,{isLabelHovered:e})},getCursor:function(n,t){var e;return(e=n.nodeDataCache[t])===null||e===void 0?void 0:e.labelCursor},resolveForVerb:function(n,t,e){var r=Mo(e.settings.nodeLabelEvents,t);return r===!1?null:r==="extend"?{kind:"node",key:n.key}:n}},edgeLabel:{parent:"edge",eventSuffix:"EdgeLabel",payloadKey:"edge",isEnabled:function(n){return Oo(n.settings.edgeLabelEvents)},writesPickingThisFrame:function(n){return Bo(n.settings.edgeLabelEvents)},setHover:function(n,t,e){return n.setEdgeState(t,{isLabelHovered:e})},getCursor:function(n,t){var e;return(e=n.edgeDataCache[t])===null||e===void 0?void 0:e.labelCursor},resolveForVerb:function(n,t,e){var r=Mo(e.settings.edgeLabelEvents,t);return r===!1?null:r==="extend"?{kind:"edge",key:n.key}:n}}},pt=["node","edge","nodeLabel","edgeLabel"];function eh(){return{lookup:[null],idsByKind:{node:new Map,edge:new Map,nodeLabel:new Map,edgeLabel:new Map},nextId:1}}function gt(a,n,t){var e;return(e=a.idsByKind[n].get(t))!==null&&e!==void 0?e:0}function gr(a,n){var t=W(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;if(r===n||be[r].parent===n){var i=W(a.idsByKind[r].values()),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;a.lookup[s]=null}}catch(f){i.e(f)}finally{i.f()}a.idsByKind[r]=new Map}}}catch(f){t.e(f)}finally{t.f()}var l=1,u=W(pt),d;try{for(u.s();!(d=u.n()).done;){var c=d.value;if(c===n)break;l+=a.idsByKind[c].size}}catch(f){u.e(f)}finally{u.f()}a.nextId=l}function Wo(a,n,t){var e=a.nextId++;return a.idsByKind[n].set(t,e),a.lookup[e]={kind:n,key:t},e}function th(a,n){var t=W(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value;if(be[r].parent!==null){var i=W(a.idsByKind[r].values()),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;a.lookup[s]=null}}catch(x){i.e(x)}finally{i.f()}a.idsByKind[r]=new Map}}}catch(x){t.e(x)}finally{t.f()}a.nextId=1;var l=W(pt),u;try{for(l.s();!(u=l.n()).done;){var d=u.value;if(be[d].parent===null){var c=W(a.idsByKind[d].values()),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;h>=a.nextId&&(a.nextId=h+1)}}catch(x){c.e(x)}finally{c.f()}}}}catch(x){l.e(x)}finally{l.f()}var p=W(pt),m;try{for(p.s();!(m=p.n()).done;){var b=m.value,v=be[b];if(!(v.parent===null||!v.isEnabled(n))){var g=W(a.idsByKind[v.parent].keys()),y;try{for(g.s();!(y=g.n()).done;){var _=y.value;a.idsByKind[b].set(_,a.nextId),a.lookup[a.nextId]={kind:b,key:_},a.nextId++}}catch(x){g.e(x)}finally{g.f()}}}}catch(x){p.e(x)}finally{p.f()}}function nh(a,n){var t=W(pt),e;try{for(t.s();!(e=t.n()).done;){var r=e.value,i=a[r],o=n[r];if(i!==o){if(i.size!==o.size)return!1;var s=W(i),l;try{for(s.s();!(l=s.n()).done;){var u=J(l.value,2),d=u[0],c=u[1];if(o.get(d)!==c)return!1}}catch(f){s.e(f)}finally{s.f()}}}}catch(f){t.e(f)}finally{t.f()}return!0}function Uo(a,n,t){be[n.kind].setHover(a,n.key,t)}function ah(a,n){return be[n.kind].getCursor(a,n.key)}function mn(a,n){return"".concat(n).concat(be[a].eventSuffix)}function bn(a,n){return U(U({},n),{},D({},be[a.kind].payloadKey,a.key))}function rh(a,n,t){var e=be[n.kind].resolveForVerb;return e?e(n,t,a):n}function ih(a,n){var t=be[n.kind].isHitValid;return t?t(a,n.key):!0}function pr(a){return pt.filter(function(n){return n===a||be[n].parent===a})}function Jo(a,n,t){return n&&(n=rh(a,n,t)),n&&!ih(a,n)&&(n=null),n}function vr(a,n,t){var e=t==="wheel"?a.stateManager.hovered:a.getHitAtPosition(n);return Jo(a,e,t)}function oh(a,n){return!a||!n?a===n:a.kind===n.kind&&a.key===n.key}function es(a,n,t){var e={event:t,preventSigmaDefault:function(){return t.preventSigmaDefault()}},r=a.dragManager.session,i=r?{kind:"node",key:r.node}:Jo(a,n,"enter"),o=a.stateManager,s=o.hovered;oh(s,i)||(s&&(Uo(a,s,!1),a.emit(mn(s.kind,"leave"),bn(s,e))),o.setHovered(i),i&&(Uo(a,i,!0),a.emit(mn(i.kind,"enter"),bn(i,e))),a.updateContainerCursor())}function sh(a,n,t,e){e.handleResize=function(){return a.scheduleRefresh()},window.addEventListener("resize",e.handleResize),e.handleMove=function(i){a.hoverResolver.pointerMoved(ht(i))},e.handleMoveBody=function(i){var o=ht(i),s=a.dragManager;if(s.pendingNode&&!s.session){var l=a.nodeStyleAnalysis,u=l.xAttribute,d=l.yAttribute,c=a.settings;s.start(s.pendingNode,o,c.getDraggedNodes,u||"x",d||"y"),s.pendingNode=null}s.session&&(s.applyMove(o,a.settings.dragPositionToAttributes),a.emit("nodeDrag",{node:s.session.node,allDraggedNodes:s.session.allNodes,event:o}),o.preventSigmaDefault()),a.emit("moveBody",{event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}})},e.handleLeave=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}};a.hoverResolver.pointerLeft(),es(a,null,o),a.emit("leaveStage",s)},e.handleEnter=function(i){var o=ht(i);a.emit("enterStage",{event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}})};var r=function(o){return function(s){var l=ht(s),u={event:l,preventSigmaDefault:function(){return l.preventSigmaDefault()}},d=vr(a,l,o);if(d){a.emit(mn(d.kind,o),bn(d,u));return}a.emit("".concat(o,"Stage"),u)}};e.handleClick=r("click"),e.handleRightClick=r("rightClick"),e.handleDoubleClick=r("doubleClick"),e.handleWheel=r("wheel"),e.handleDown=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}},l=vr(a,o,"down");if(l){l.kind==="node"&&a.settings.enableNodeDrag&&(a.dragManager.pendingNode=l.key),a.emit(mn(l.kind,"down"),bn(l,s));return}a.emit("downStage",s)},e.handleUp=function(i){var o=ht(i),s={event:o,preventSigmaDefault:function(){return o.preventSigmaDefault()}},l=a.dragManager.end();l&&a.emit("nodeDragEnd",U({node:l.node,allDraggedNodes:l.allNodes},s));var u=vr(a,o,"up");if(u){a.emit(mn(u.kind,"up"),bn(u,s));return}a.emit("upStage",s)},n.on("mousemove",e.handleMove),n.on("mousemovebody",e.handleMoveBody),n.on("click",e.handleClick),n.on("rightClick",e.handleRightClick),n.on("doubleClick",e.handleDoubleClick),n.on("wheel",e.handleWheel),n.on("mousedown",e.handleDown),n.on("mouseup",e.handleUp),n.on("mouseleave",e.handleLeave),n.on("mouseenter",e.handleEnter),t.on("touchdown",e.handleDown),t.on("touchdown",e.handleMove),t.on("touchup",e.handleUp),t.on("touchmove",e.handleMove),t.on("tap",e.handleClick),t.on("doubletap",e.handleDoubleClick),t.on("touchmove",e.handleMoveBody)}function lh(a,n){var t=a.graph,e=new Set(["x","y","zIndex","type"]);n.eachNodeAttributesUpdatedGraphUpdate=function(r){var i,o=(i=r.hints)===null||i===void 0?void 0:i.attributes,s=!o||o.some(function(l){return e.has(l)});a.refresh({partialGraph:{nodes:t.nodes()},skipIndexation:!s,schedule:!0})},n.eachEdgeAttributesUpdatedGraphUpdate=function(r){var i,o=(i=r.hints)===null||i===void 0?void 0:i.attributes,s=o&&["zIndex","type"].some(function(l){return o?.includes(l)});a.refresh({partialGraph:{edges:t.edges()},skipIndexation:!s,schedule:!0})},n.addNodeGraphUpdate=function(r){a.addNode(r.key),a.refresh({partialGraph:{nodes:[r.key]},skipIndexation:!1,schedule:!0})},n.updateNodeGraphUpdate=function(r){a.refresh({partialGraph:{nodes:[r.key]},skipIndexation:!1,schedule:!0})},n.dropNodeGraphUpdate=function(r){a.removeNode(r.key),a.refresh({schedule:!0})},n.addEdgeGraphUpdate=function(r){var i=r.key;a.edgeGroups.register(i),a.addEdge(i);var o=a.edgeGroups.getSiblings(i),s=W(o),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;a.addEdge(u)}}catch(d){s.e(d)}finally{s.f()}a.refresh({partialGraph:{edges:[i].concat(X(o))},schedule:!0})},n.updateEdgeGraphUpdate=function(r){a.refresh({partialGraph:{edges:[r.key]},skipIndexation:!1,schedule:!0})},n.dropEdgeGraphUpdate=function(r){var i=r.key,o=a.edgeGroups.getSiblings(i);a.edgeGroups.unregister(i),a.removeEdge(i);var s=W(o),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;a.addEdge(u)}}catch(d){s.e(d)}finally{s.f()}a.refresh({schedule:!0})},n.clearEdgesGraphUpdate=function(){a.clearEdgeState(),a.clearEdgeIndices(),a.refresh({schedule:!0})},n.clearGraphUpdate=function(){a.clearEdgeState(),a.clearNodeState(),a.clearEdgeIndices(),a.clearNodeIndices(),a.refresh({schedule:!0})},t.on("nodeAdded",n.addNodeGraphUpdate),t.on("nodeDropped",n.dropNodeGraphUpdate),t.on("nodeAttributesUpdated",n.updateNodeGraphUpdate),t.on("eachNodeAttributesUpdated",n.eachNodeAttributesUpdatedGraphUpdate),t.on("edgeAdded",n.addEdgeGraphUpdate),t.on("edgeDropped",n.dropEdgeGraphUpdate),t.on("edgeAttributesUpdated",n.updateEdgeGraphUpdate),t.on("eachEdgeAttributesUpdated",n.eachEdgeAttributesUpdatedGraphUpdate),t.on("edgesCleared",n.clearEdgesGraphUpdate),t.on("cleared",n.clearGraphUpdate)}function uh(a,n){a.removeListener("nodeAdded",n.addNodeGraphUpdate),a.removeListener("nodeDropped",n.dropNodeGraphUpdate),a.removeListener("nodeAttributesUpdated",n.updateNodeGraphUpdate),a.removeListener("eachNodeAttributesUpdated",n.eachNodeAttributesUpdatedGraphUpdate),a.removeListener("edgeAdded",n.addEdgeGraphUpdate),a.removeListener("edgeDropped",n.dropEdgeGraphUpdate),a.removeListener("edgeAttributesUpdated",n.updateEdgeGraphUpdate),a.removeListener("eachEdgeAttributesUpdated",n.eachEdgeAttributesUpdatedGraphUpdate),a.removeListener("edgesCleared",n.clearEdgesGraphUpdate),a.removeListener("cleared",n.clearGraphUpdate)}var dh={x:.5,y:.5,angle:0,ratio:1},ch=8,hh=.001;function fh(a){var n=a.coords,t=a.nodeData,e=a.dimensions,r=a.stagePadding,i=a.zoomToSizeRatioFunction,o=a.itemSizesReference,s=a.fitLabels,l=a.nodeLabelBox,u=Object.keys(n);if(!u.length)return a.extent;for(var d=i(1)||1,c=o==="positions",f=e.width,h=e.height,p=a.extent,m=0;m<ch;m++){for(var b=jn(p),v={width:p.x[1]-p.x[0]||1,height:p.y[1]-p.y[0]||1},g=Ye(dh,e,v,r),y=$o(g,b({x:0,y:0}),f,h),_=$o(g,b({x:1,y:0}),f,h),x=Math.hypot(_.x-y.x,_.y-y.y)||1,S=1/0,A=-1/0,E=1/0,L=-1/0,T=0,w=u.length;T<w;T++){var R=u[T],P=t[R],k=P.size/d*(c?x:1),C=-k,N=k,z=-k,F=k;if(s){var I=l(P,k);I&&(I.minX<C&&(C=I.minX),I.maxX>N&&(N=I.maxX),I.minY<z&&(z=I.minY),I.maxY>F&&(F=I.maxY))}var M=n[R],B=M.x,O=M.y;S=Math.min(S,B+C/x),A=Math.max(A,B+N/x),E=Math.min(E,O-F/x),L=Math.max(L,O-z/x)}var $={x:[S,A],y:[E,L]},j=Math.max($.x[1]-$.x[0],$.y[1]-$.y[0])||1,q=Math.max(Math.abs($.x[0]-p.x[0]),Math.abs($.x[1]-p.x[1]),Math.abs($.y[0]-p.y[0]),Math.abs($.y[1]-p.y[1]));if(p=$,q/j<hh)break}return p}function $o(a,n,t,e){var r=kt(a,n);return{x:(1+r.x)*t/2,y:(1-r.y)*e/2}}var gh=typeof navigator<"u"&&/Mac|iP(hone|ad|od)/.test(navigator.platform),ph=1500,vh=`.sigma-gesture-hint {
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
}`;function Ho(a){var n,t,e=zt("style");e.textContent=a,document.head.appendChild(e);var r=((n=(t=e.sheet)===null||t===void 0?void 0:t.cssRules.length)!==null&&n!==void 0?n:0)>0;return e.remove(),r}var ft=null;function mh(){return ft===null&&(ft=vh,Ho("@scope {}")&&(ft=`@scope {
`.concat(ft,`
}`)),Ho("@layer sigma-gesture-hint {}")&&(ft=`@layer sigma-gesture-hint {
`.concat(ft,`
}`))),ft}var bh=(function(){function a(n){K(this,a),D(this,"hideTimeout",null),this.styleElement=zt("style"),this.styleElement.textContent=mh(),n.appendChild(this.styleElement),this.element=zt("div",{opacity:"0"},{class:"sigma-gesture-hint"}),n.appendChild(this.element)}return Z(a,[{key:"show",value:function(t,e){var r=this,i=t==="touch"?e.sharedGestureTouchMessage:gh?e.sharedGestureAppleWheelMessage:e.sharedGestureWheelMessage;i&&(this.element.textContent=i,this.element.style.opacity="1",typeof this.hideTimeout=="number"&&clearTimeout(this.hideTimeout),this.hideTimeout=window.setTimeout(function(){r.hideTimeout=null,r.element.style.opacity="0"},ph))}},{key:"kill",value:function(){typeof this.hideTimeout=="number"&&clearTimeout(this.hideTimeout),this.styleElement.remove(),this.element.remove()}}])})(),yh=(function(){function a(n){K(this,a),D(this,"readBuffer",null),D(this,"fence",null),D(this,"result",new Uint8Array(4)),D(this,"generation",0),D(this,"readGeneration",0),D(this,"lastEvent",null),D(this,"active",!1),D(this,"dirty",!1),D(this,"rafId",null),D(this,"killed",!1),this.options=n}return Z(a,[{key:"pointerMoved",value:function(t){this.lastEvent=t,this.active=!0,!this.options.isRenderPending()&&this.request()}},{key:"pointerLeft",value:function(){this.active=!1,this.dirty=!1}},{key:"frameRendered",value:function(){this.request()}},{key:"invalidate",value:function(){this.generation++}},{key:"request",value:function(){if(!(this.killed||!this.active||!this.lastEvent)){if(this.fence){this.dirty=!0;return}this.startRead()}}},{key:"startRead",value:function(){var t=this.options,e=t.gl,r=t.getFrameBuffer,i=t.getPixelRatio,o=t.getDownSizingRatio;this.readGeneration=this.generation;var s=this.lastEvent,l=Ca(e,s.x,s.y,i(),o()),u=J(l,2),d=u[0],c=u[1];this.readBuffer||(this.readBuffer=e.createBuffer()),e.bindFramebuffer(e.FRAMEBUFFER,r()),e.bindBuffer(e.PIXEL_PACK_BUFFER,this.readBuffer),e.bufferData(e.PIXEL_PACK_BUFFER,4,e.STREAM_READ),e.readPixels(d,c,1,1,e.RGBA,e.UNSIGNED_BYTE,0),e.bindBuffer(e.PIXEL_PACK_BUFFER,null),e.bindFramebuffer(e.FRAMEBUFFER,null),this.fence=e.fenceSync(e.SYNC_GPU_COMMANDS_COMPLETE,0),e.flush(),this.schedulePoll(s)}},{key:"schedulePoll",value:function(t){var e=this;this.rafId=requestAnimationFrame(function(){e.rafId=null,e.poll(t)})}},{key:"poll",value:function(t){var e=this.options,r=e.gl,i=e.onIndex;if(!(this.killed||!this.fence)){var o=r.clientWaitSync(this.fence,0,0);if(o===r.TIMEOUT_EXPIRED){this.schedulePoll(t);return}if(r.deleteSync(this.fence),this.fence=null,o!==r.WAIT_FAILED&&this.readGeneration===this.generation){r.bindBuffer(r.PIXEL_PACK_BUFFER,this.readBuffer),r.getBufferSubData(r.PIXEL_PACK_BUFFER,0,this.result),r.bindBuffer(r.PIXEL_PACK_BUFFER,null);var s=J(this.result,4),l=s[0],u=s[1],d=s[2],c=s[3];this.active&&i(ka(l,u,d,c),t)}this.dirty&&(this.dirty=!1,this.active&&this.lastEvent&&!this.options.isRenderPending()&&this.startRead())}}},{key:"reset",value:function(){this.rafId!==null&&cancelAnimationFrame(this.rafId),this.rafId=null,this.fence=null,this.readBuffer=null,this.dirty=!1}},{key:"kill",value:function(){this.killed=!0,this.rafId!==null&&cancelAnimationFrame(this.rafId),this.rafId=null;var t=this.options.gl;this.fence&&t.deleteSync(this.fence),this.fence=null,this.readBuffer&&t.deleteBuffer(this.readBuffer),this.readBuffer=null}}])})(),Vo=(function(){function a(n,t){K(this,a),this.key=n,this.size=t}return Z(a,null,[{key:"compare",value:function(t,e){return t.size>e.size?-1:t.size<e.size||t.key>e.key?1:-1}}])})(),ua=(function(){function a(){K(this,a),D(this,"width",0),D(this,"height",0),D(this,"cellSize",0),D(this,"columns",0),D(this,"rows",0),D(this,"cells",{})}return Z(a,[{key:"resizeAndClear",value:function(t,e){this.width=t.width,this.height=t.height,this.cellSize=e,this.columns=Math.ceil(t.width/e),this.rows=Math.ceil(t.height/e),this.cells={}}},{key:"getIndex",value:function(t){var e=Math.floor(t.x/this.cellSize),r=Math.floor(t.y/this.cellSize);return r*this.columns+e}},{key:"add",value:function(t,e,r){var i=new Vo(t,e),o=this.getIndex(r),s=this.cells[o];s||(s=[],this.cells[o]=s),s.push(i)}},{key:"organize",value:function(){for(var t in this.cells){var e=this.cells[t];e.sort(Vo.compare)}}},{key:"getLabelsToDisplay",value:function(t,e,r){var i=this.cellSize*this.cellSize,o=i/t/t,s=o*e/i,l=Math.ceil(s),u=[];if(r)for(var d=Math.max(0,Math.floor(r.x1/this.cellSize)),c=Math.min(this.columns-1,Math.floor(r.x2/this.cellSize)),f=Math.max(0,Math.floor(r.y1/this.cellSize)),h=Math.min(this.rows-1,Math.floor(r.y2/this.cellSize)),p=f;p<=h;p++)for(var m=d;m<=c;m++){var b=p*this.columns+m,v=this.cells[b];if(v)for(var g=0;g<Math.min(l,v.length);g++)u.push(v[g].key)}else for(var y in this.cells)for(var _=this.cells[y],x=0;x<Math.min(l,_.length);x++)u.push(_[x].key);return u}}])})();function xh(a){var n=a.graph,t=a.hoveredNode,e=a.highlightedNodes,r=a.displayedNodeLabels,i=new Set,o=new Set(e);t&&o.add(t);var s=W(o),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;n.hasNode(u)&&n.forEachEdge(u,function(h){i.add(h)})}}catch(h){s.e(h)}finally{s.f()}var d=W(r),c;try{var f=function(){var p=c.value;if(o.has(p))return 1;n.forEachEdge(p,function(m,b,v,g){var y=v===p?g:v;r.has(y)&&i.add(m)})};for(d.s();!(c=d.n()).done;)f()}catch(h){d.e(h)}finally{d.f()}return Array.from(i)}var Ht=150,Vt=50,_h={both:0,node:1,label:2},Th={over:0,above:1,below:2,auto:3},jo=12,Sh=3,Eh=(function(){function a(n){K(this,a),D(this,"labelGrid",new ua),D(this,"edgeAnchorGrid",new ua),D(this,"displayedNodeLabels",new Set),D(this,"displayedEdgeLabels",new Set),D(this,"edgeLabelCandidates",[]),D(this,"renderedNodeLabels",new Set),D(this,"labelSizeCache",new Map),D(this,"framePassPoints",new Float32Array(0)),D(this,"labelsDirty",!0),this.internals=n}return Z(a,[{key:"resetFrame",value:function(){this.displayedNodeLabels=new Set,this.renderedNodeLabels=new Set,this.labelSizeCache.clear()}},{key:"clearEdgeLabels",value:function(){this.displayedEdgeLabels=new Set}},{key:"resetLabelGrid",value:function(){this.labelGrid=new ua,this.edgeAnchorGrid=new ua}},{key:"processWebGLLabels",value:function(t){for(var e,r=this.internals,i=r.labelProgram,o=r.primitives,s=r.nodeDataCache,l=(o==null||(e=o.nodes)===null||e===void 0||(e=e.label)===null||e===void 0||(e=e.font)===null||e===void 0?void 0:e.family)||"sans-serif",u=new Map,d=0,c=t.length;d<c;d++){var f=t[d],h=s[f];if(!(h.visibility==="hidden"||!h.label)){var p=h.labelFont||l,m=u.get(p);m?m.push(h.label):u.set(p,[h.label])}}var b=W(u),v;try{for(b.s();!(v=b.n()).done;){var g=J(v.value,2),y=g[0],_=g[1],x=Yn(y),S=x.family,A=x.weight,E=x.style,L=i.registerFont(S,A,E);i.ensureGlyphsReady(_,L)}}catch(T){b.e(T)}finally{b.f()}}},{key:"measureNodeLabel",value:function(t){var e,r;if(!t.label)return{width:0,height:0,textHeight:0};var i=this.internals,o=i.labelProgram,s=i.primitives,l=(e=t.labelSize)!==null&&e!==void 0?e:14,u=t.labelFont||(s==null||(r=s.nodes)===null||r===void 0||(r=r.label)===null||r===void 0||(r=r.font)===null||r===void 0?void 0:r.family)||"sans-serif",d="".concat(t.label,"|").concat(l,"|").concat(u);if(this.labelSizeCache.has(d))return this.labelSizeCache.get(d);var c=Yn(u),f=c.family,h=c.weight,p=c.style,m=o.registerFont(f,h,p),b=o.measureLabel(t.label,l,m);return this.labelSizeCache.set(d,b),b}},{key:"nodeLabelBox",value:function(t,e){var r,i,o,s,l;if(t.visibility==="hidden"||t.labelVisibility==="hidden")return null;var u=this.measureNodeLabel(t),d=u.width,c=u.height,f=u.textHeight;if(!d)return null;var h=(r=(i=this.internals.primitives)===null||i===void 0||(i=i.nodes)===null||i===void 0||(i=i.label)===null||i===void 0?void 0:i.margin)!==null&&r!==void 0?r:Bt,p=e+h,m=t.labelBackgroundColor?(o=t.labelBackgroundPadding)!==null&&o!==void 0?o:nr:0,b=d/2,v=c/2,g=b+m,y=v+m,_=f/2,x=0,S=0;switch((s=t.labelPosition)!==null&&s!==void 0?s:"right"){case"left":x=-(p+b);break;case"above":S=-(p+_);break;case"below":S=p+_;break;case"over":break;default:x=p+b}var A=(l=t.labelAngle)!==null&&l!==void 0?l:0,E=La({x,y:S},A),L=E.x,T=E.y,w=Math.abs(Math.cos(A)),R=Math.abs(Math.sin(A)),P=w*g+R*y,k=R*g+w*y;return{minX:L-P,maxX:L+P,minY:T-k,maxY:T+k}}},{key:"computeDisplayedNodeLabels",value:function(){var t=this.internals.getCameraState(),e=this.internals.getDimensions(),r=e.width,i=e.height,o=this.internals.viewportToFramedGraph({x:-Ht,y:-Vt}),s=this.internals.viewportToFramedGraph({x:r+Ht,y:-Vt}),l=this.internals.viewportToFramedGraph({x:-Ht,y:i+Vt}),u=this.internals.viewportToFramedGraph({x:r+Ht,y:i+Vt}),d=Math.min(o.x,s.x,l.x,u.x),c=Math.max(o.x,s.x,l.x,u.x),f=Math.min(o.y,s.y,l.y,u.y),h=Math.max(o.y,s.y,l.y,u.y),p=Ye({x:.5,y:.5,ratio:1,angle:0},{width:r,height:i},this.internals.getGraphDimensions(),this.internals.getStagePadding()),m=function(I){var M=kt(p,I);return{x:(1+M.x)*r/2,y:(1-M.y)*i/2}},b=m({x:d,y:f}),v=m({x:c,y:f}),g=m({x:d,y:h}),y=m({x:c,y:h}),_={x1:Math.min(b.x,v.x,g.x,y.x),y1:Math.min(b.y,v.y,g.y,y.y),x2:Math.max(b.x,v.x,g.x,y.x),y2:Math.max(b.y,v.y,g.y,y.y)},x=this.internals,S=x.settings,A=x.nodeDataCache,E=x.nodesWithForcedLabels,L=this.labelGrid.getLabelsToDisplay(t.ratio,S.labelDensity,_);Va(L,E);for(var T=0,w=L.length;T<w;T++){var R=L[T],P=A[R];if(!this.displayedNodeLabels.has(R)&&!(P.visibility==="hidden"||P.labelVisibility==="hidden")&&P.label&&!(P.x<d||P.x>c||P.y<f||P.y>h)){var k=this.internals.framedGraphToViewport(P),C=k.x,N=k.y,z=this.internals.scaleSize(P.size);!Ze(P)&&z<S.labelRenderedSizeThreshold||C<-Ht-z||C>r+Ht+z||N<-Vt-z||N>i+Vt+z||this.displayedNodeLabels.add(R)}}}},{key:"buildFramePassPoints",value:function(){var t=this.internals,e=t.nodeDataCache,r=t.nodeDataTexture;if(!r)return{data:this.framePassPoints,count:0};var i=this.displayedNodeLabels.size*3;this.framePassPoints.length<i&&(this.framePassPoints=new Float32Array(i));var o=this.framePassPoints,s=0,l=W(this.displayedNodeLabels),u;try{for(l.s();!(u=l.n()).done;){var d,c,f=u.value,h=e[f];if(h){var p=r.getIndex(f);p<0||(o[s*3]=p,o[s*3+1]=(d=Mt[h.labelPosition||He.labelPosition])!==null&&d!==void 0?d:0,o[s*3+2]=(c=h.labelAngle)!==null&&c!==void 0?c:0,s++)}}}catch(m){l.e(m)}finally{l.f()}return{data:o,count:s}}},{key:"renderWebGLLabels",value:function(t,e){var r=this.internals,i=r.nodeDataCache,o=r.labelProgram,s=r.primitives,l=r.nodeDataTexture,u=[],d=W(this.displayedNodeLabels),c;try{for(d.s();!(c=d.n()).done;){var f=c.value;if(!this.renderedNodeLabels.has(f)){var h=i[f];e&&h.labelDepth!==e||(this.renderedNodeLabels.add(f),u.push(f))}}}catch(ae){d.e(ae)}finally{d.f()}if(u.length!==0){if(this.labelsDirty){for(var p,m,b,v=0,g=0,y=u.length;g<y;g++){var _=i[u[g]];v+=_.label.length}o.reallocate(v);for(var x=14,S=(p=s==null||(m=s.nodes)===null||m===void 0||(m=m.label)===null||m===void 0?void 0:m.margin)!==null&&p!==void 0?p:Bt,A=He.labelPosition,E=(s==null||(b=s.nodes)===null||b===void 0||(b=b.label)===null||b===void 0||(b=b.font)===null||b===void 0?void 0:b.family)||"sans-serif",L=new Map,T=0,w=0,R=u.length;w<R;w++){var P,k,C,N,z=u[w],F=i[z],I=F.labelFont||E,M=L.get(I);if(M===void 0){var B=Yn(I),O=B.family,$=B.weight,j=B.style;M=o.registerFont(O,$,j),L.set(I,M)}var q={text:F.label,x:F.x,y:F.y,size:(P=F.labelSize)!==null&&P!==void 0?P:x,color:F.labelColor,nodeSize:F.size,margin:S,position:(k=F.labelPosition)!==null&&k!==void 0?k:A,hidden:!1,forceLabel:Ze(F),type:"default",zIndex:(C=F.zIndex)!==null&&C!==void 0?C:0,parentType:"node",parentKey:z,fontKey:M,labelAngle:(N=F.labelAngle)!==null&&N!==void 0?N:0,nodeIndex:l.getIndex(z)},de=o.processLabel(z,T,q);T+=de}o.invalidateBuffers()}o.render(t)}}},{key:"renderBackdrops",value:function(t,e){var r=this.internals,i=r.backdropProgram,o=r.nodeDataCache,s=r.nodesWithBackdrop,l=r.attachmentManager,u=r.pixelRatio,d=r.nodeDataTexture,c=[],f=W(s),h;try{for(f.s();!(h=f.n()).done;){var p,m=h.value,b=o[m];if(!(!b||b.visibility==="hidden")&&!(e&&b.depth!==e)){var v=(p=d?.getIndex(m))!==null&&p!==void 0?p:-1;v<0||c.push({key:m,nodeIndex:v})}}}catch(nt){f.e(nt)}finally{f.f()}if(c.length!==0){i.reallocate(c.length);for(var g=0;g<c.length;g++){var y,_,x,S,A,E,L,T,w=c[g],R=w.key,P=w.nodeIndex,k=o[R],C=this.displayedNodeLabels.has(R),N=C?this.measureNodeLabel(k):{width:0,height:0,textHeight:0},z=N.textHeight,F=N.width,I=N.height,M=0,B=0;if(C&&k.labelAttachment&&l){var O=l.getEntry(R,k.labelAttachment);if(O){var $=k.labelAttachmentPlacement||"below";if($==="below"||$==="above"){var j=O.height/u;I+=j+et,F=Math.max(F,O.width/u),B=$==="below"?(j+et)/2:-(j+et)/2}else{var q=O.width/u;F+=q+et,I=Math.max(I,O.height/u),M=$==="right"?(q+et)/2:-(q+et)/2}}}var de=k.backdropColor?Ke(k.backdropColor):[255,255,255,255],ae=k.backdropShadowColor?Ke(k.backdropShadowColor):[0,0,0,128],pe=de.map(function(nt){return nt/255}),ce=ae.map(function(nt){return nt/255}),tt=(y=k.backdropShadowBlur)!==null&&y!==void 0?y:12,We=(_=k.backdropPadding)!==null&&_!==void 0?_:6,ve=k.backdropBorderColor?Ke(k.backdropBorderColor):[0,0,0,0],mt=ve.map(function(nt){return nt/255}),bt=(x=k.backdropBorderWidth)!==null&&x!==void 0?x:0,pa=(S=k.backdropCornerRadius)!==null&&S!==void 0?S:0,Tr=(A=k.backdropLabelPadding)!==null&&A!==void 0?A:-1,Cs=Tr<0?We:Tr,ks=(E=_h[(L=k.backdropArea)!==null&&L!==void 0?L:"both"])!==null&&E!==void 0?E:0,Ps={key:R,nodeIndex:P,label:k.label,labelWidth:F,labelHeight:I,textHeight:z,type:"default",position:k.labelPosition||He.labelPosition,labelAngle:(T=k.labelAngle)!==null&&T!==void 0?T:0,backdropColor:pe,backdropShadowColor:ce,backdropShadowBlur:tt,backdropPadding:We,backdropBorderColor:mt,backdropBorderWidth:bt,backdropCornerRadius:pa,backdropLabelPadding:Cs,backdropArea:ks,labelBoxOffset:[M,B]};i.processBackdrop(g,Ps)}i.invalidateBuffers(),i.render(t)}}},{key:"renderLabelBackgrounds",value:function(t,e){var r=this.internals,i=r.labelBackgroundProgram,o=r.nodeDataCache,s=r.nodeDataTexture,l=be.nodeLabel.writesPickingThisFrame(this.internals),u=[],d=W(this.displayedNodeLabels),c;try{for(d.s();!(c=d.n()).done;){var f=c.value,h=o[f];!h||h.visibility==="hidden"||e&&h.labelDepth!==e||!l&&!h.labelBackgroundColor||u.push(f)}}catch(P){d.e(P)}finally{d.f()}if(u.length!==0){i.reallocate(u.length);for(var p=0;p<u.length;p++){var m,b,v,g,y=u[p],_=o[y],x=(m=s?.getIndex(y))!==null&&m!==void 0?m:-1;if(!(x<0)){var S=this.measureNodeLabel(_),A=S.width,E=S.height,L=S.textHeight,T=gt(this.internals.pickingState,"nodeLabel",y)||gt(this.internals.pickingState,"node",y),w=_.labelBackgroundColor?Ce(_.labelBackgroundColor):Ce("transparent"),R={nodeIndex:x,id:Pt(T),color:w,labelWidth:A,labelHeight:E,textHeight:L,positionMode:(b=Mt[_.labelPosition||He.labelPosition])!==null&&b!==void 0?b:0,labelAngle:(v=_.labelAngle)!==null&&v!==void 0?v:0,padding:(g=_.labelBackgroundPadding)!==null&&g!==void 0?g:nr};i.processLabelBackground(p,R)}}i.invalidateBuffers(),i.render(t)}}},{key:"cacheAttachments",value:function(t){var e=this.internals,r=e.attachmentManager,i=e.pixelRatio,o=e.nodeDataCache,s=e.nodesWithBackdrop,l=e.graph;if(r){var u=W(s),d;try{for(u.s();!(d=u.n()).done;){var c=d.value;if(this.displayedNodeLabels.has(c)){var f=o[c];if(!(!f||f.visibility==="hidden")&&!(t&&f.depth!==t)&&f.labelAttachment){var h=l.getNodeAttributes(c),p=this.measureNodeLabel(f),m=p.width,b=p.height,v={node:c,attributes:h,pixelRatio:i,labelWidth:m,labelHeight:b};r.renderAttachment(c,f.labelAttachment,v)}}}}catch(g){u.e(g)}finally{u.f()}r.regenerateAtlas()}}},{key:"renderAttachments",value:function(t,e){var r=this.internals,i=r.attachmentManager,o=r.attachmentProgram,s=r.nodeDataCache,l=r.nodesWithBackdrop,u=r.pixelRatio,d=r.nodeDataTexture;if(!(!i||!o)){var c=0;o.reallocateAttachments(l.size);var f=W(l),h;try{for(f.s();!(h=f.n()).done;){var p,m,b,v,g=h.value;if(this.displayedNodeLabels.has(g)){var y=s[g];if(!(!y||y.visibility==="hidden")&&!(e&&y.labelDepth!==e)&&y.labelAttachment){var _=i.getEntry(g,y.labelAttachment);if(_){var x=(p=d?.getIndex(g))!==null&&p!==void 0?p:-1;if(!(x<0)){var S=this.measureNodeLabel(y),A=S.width,E=S.height,L=S.textHeight,T=(m=uo[y.labelAttachmentPlacement||"below"])!==null&&m!==void 0?m:0;o.processAttachment(c,{nodeIndex:x,atlasX:_.x,atlasY:_.y,atlasW:_.width,atlasH:_.height,attachWidth:_.width/u,attachHeight:_.height/u,positionMode:(b=Mt[y.labelPosition||He.labelPosition])!==null&&b!==void 0?b:0,attachmentPlacement:T,labelWidth:A,labelHeight:E,textHeight:L,labelAngle:(v=y.labelAngle)!==null&&v!==void 0?v:0}),c++}}}}}}catch(w){f.e(w)}finally{f.f()}c!==0&&(o.reallocateAttachments(c),i.bindTexture(fn),o.invalidateBuffers(),o.render(t))}}},{key:"computeDisplayedEdgeLabels",value:function(){var t=this.internals,e=t.graph,r=t.stateManager,i=t.settings,o=t.edgesWithForcedLabels,s=r.getHighlightedNodes(),l=i.edgeLabelAnchors==="allNodes"?new Set(this.edgeAnchorGrid.getLabelsToDisplay(this.internals.getCameraState().ratio,i.labelDensity)):this.displayedNodeLabels,u=r.hovered,d=xh({graph:e,hoveredNode:u?.kind==="node"?u.key:null,displayedNodeLabels:l,highlightedNodes:s});Va(d,o),this.edgeLabelCandidates=d,this.displayedEdgeLabels=new Set}},{key:"filterEdgeLabelsForDepth",value:function(t){for(var e=this.internals,r=e.graph,i=e.nodeDataCache,o=e.edgeDataCache,s=[],l=new Set,u=0,d=this.edgeLabelCandidates.length;u<d;u++){var c=this.edgeLabelCandidates[u];if(!l.has(c)){l.add(c);var f=r.extremities(c),h=i[f[0]],p=i[f[1]],m=o[c];!m||!h||!p||m.visibility==="hidden"||m.labelVisibility==="hidden"||h.visibility==="hidden"||p.visibility==="hidden"||t&&m.labelDepth!==t||m.label&&s.push(c)}}return s}},{key:"renderEdgeLabels",value:function(t,e){var r=this.internals,i=r.graph,o=r.nodeDataCache,s=r.edgeDataCache,l=r.primitives,u=r.edgeLabelProgram,d=r.nodeDataTexture,c=r.edgeDataTexture;if(u){var f=this.filterEdgeLabelsForDepth(e),h=W(f),p;try{for(h.s();!(p=h.n()).done;){var m=p.value;this.displayedEdgeLabels.add(m)}}catch(q){h.e(q)}finally{h.f()}if(f.length!==0){if(this.labelsDirty){var b,v,g=0,y=W(f),_;try{for(y.s();!(_=y.n()).done;){var x=_.value;g+=s[x].label.length}}catch(q){y.e(q)}finally{y.f()}u.reallocate(g);var S=(b=l==null||(v=l.edges)===null||v===void 0||(v=v.label)===null||v===void 0?void 0:v.margin)!==null&&b!==void 0?b:5,A="over",E=0,L=W(f),T;try{for(L.s();!(T=L.n()).done;){var w,R,P=T.value,k=i.extremities(P),C=k[0],N=k[1],z=o[C],F=o[N],I=s[P],M=d.getIndex(C),B=d.getIndex(N),O=c.getIndex(P),$={text:I.label,x:(z.x+F.x)/2,y:(z.y+F.y)/2,size:jo,color:I.labelColor,nodeSize:0,nodeIndex:-1,margin:S,position:(w=I.labelPosition)!==null&&w!==void 0?w:A,hidden:!1,forceLabel:Ze(I),type:"default",zIndex:(R=I.zIndex)!==null&&R!==void 0?R:0,parentType:"edge",parentKey:P,fontKey:"",labelAngle:0,sourceX:z.x,sourceY:z.y,targetX:F.x,targetY:F.y,sourceSize:z.size,targetSize:F.size,sourceShape:z.shape||"circle",targetShape:F.shape||"circle",edgeSize:I.size,offset:0,edgeAttributes:I,sourceNodeIndex:M,targetNodeIndex:B,edgeIndex:O},j=u.processEdgeLabel(P,E,$);E+=j}}catch(q){L.e(q)}finally{L.f()}u.invalidateBuffers()}u.render(t)}}}},{key:"renderEdgeLabelBackgrounds",value:function(t,e){var r,i,o=this.internals,s=o.edgeLabelBackgroundProgram,l=o.edgeLabelProgram,u=o.edgeDataCache,d=o.primitives,c=o.edgeDataTexture;if(!(!c||!l||!s)){var f=be.edgeLabel.writesPickingThisFrame(this.internals),h=(r=d==null||(i=d.edges)===null||i===void 0||(i=i.label)===null||i===void 0?void 0:i.margin)!==null&&r!==void 0?r:5,p="over",m=this.filterEdgeLabelsForDepth(e),b=[],v=W(m),g;try{for(v.s();!(g=v.n()).done;){var y=g.value;!f&&!u[y].labelBackgroundColor||b.push(y)}}catch(z){v.e(z)}finally{v.f()}if(b.length!==0){s.reallocate(b.length);for(var _=0;_<b.length;_++){var x,S,A,E=b[_],L=u[E],T=L.label,w=l.measureLabelAtlasWidth(T),R=(x=L.labelPosition)!==null&&x!==void 0?x:p,P=typeof R=="string"&&(S=Th[R])!==null&&S!==void 0?S:0,k=gt(this.internals.pickingState,"edgeLabel",E)||gt(this.internals.pickingState,"edge",E),C=L.labelBackgroundColor?Ce(L.labelBackgroundColor):Ce("transparent"),N={edgeIndex:c.getIndex(E),baseFontSize:jo,totalTextWidth:w,positionMode:P,margin:h,padding:(A=L.labelBackgroundPadding)!==null&&A!==void 0?A:Sh,color:C,id:Pt(k),edgeAttributes:L};s.processEdgeLabelBackground(_,E,N)}s.invalidateBuffers(),s.render(t)}}}}])})(),Rh=(function(){function a(n,t,e,r){K(this,a),D(this,"nodeStates",new Map),D(this,"edgeStates",new Map),D(this,"hovered",null),D(this,"dirtyNodes",new Set),D(this,"dirtyEdges",new Set),D(this,"graphStateChanged",!1),D(this,"graphStateFlagsDirty",!1),this.scheduleRefresh=n,this.customNodeStateDefaults=t,this.customEdgeStateDefaults=e,this.customGraphStateDefaults=r,this.graphState=Ma(r)}return Z(a,[{key:"getNodeState",value:function(t){t=""+t;var e=this.nodeStates.get(t);return e||(e=Pi(this.customNodeStateDefaults),this.nodeStates.set(t,e)),e}},{key:"getEdgeState",value:function(t){t=""+t;var e=this.edgeStates.get(t);return e||(e=Fi(this.customEdgeStateDefaults),this.edgeStates.set(t,e)),e}},{key:"getGraphState",value:function(){return this.flushGraphStateFlags(),this.graphState}},{key:"getHighlightedNodes",value:function(){var t=new Set,e=W(this.nodeStates),r;try{for(e.s();!(r=e.n()).done;){var i=J(r.value,2),o=i[0],s=i[1];s.isHighlighted&&t.add(o)}}catch(l){e.e(l)}finally{e.f()}return t}},{key:"setNodeState",value:function(t,e){t=""+t;var r=this.getNodeState(t);if(Nt(r,e)){var i=U(U({},r),e);this.nodeStates.set(t,i),this.dirtyNodes.add(t),this.updateHoveredNodeTracking(t,r,i),this.graphStateFlagsDirty=!0,this.scheduleRefresh()}}},{key:"setEdgeState",value:function(t,e){t=""+t;var r=this.getEdgeState(t);if(Nt(r,e)){var i=U(U({},r),e);this.edgeStates.set(t,i),this.dirtyEdges.add(t),this.updateHoveredEdgeTracking(t,r,i),this.graphStateFlagsDirty=!0,this.scheduleRefresh()}}},{key:"setGraphState",value:function(t){if(Nt(this.graphState,t)){var e=U(U({},this.graphState),t);e.isIdle=!e.isPanning&&!e.isZooming&&!e.isDragging,this.graphState=e,this.graphStateChanged=!0,this.scheduleRefresh()}}},{key:"setNodesState",value:function(t,e){var r=!1,i=W(t),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;s=""+s;var l=this.getNodeState(s);if(Nt(l,e)){var u=U(U({},l),e);this.nodeStates.set(s,u),this.dirtyNodes.add(s),this.updateHoveredNodeTracking(s,l,u),r=!0}}}catch(d){i.e(d)}finally{i.f()}r&&(this.graphStateFlagsDirty=!0,this.scheduleRefresh())}},{key:"setEdgesState",value:function(t,e){var r=!1,i=W(t),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;s=""+s;var l=this.getEdgeState(s);if(Nt(l,e)){var u=U(U({},l),e);this.edgeStates.set(s,u),this.dirtyEdges.add(s),this.updateHoveredEdgeTracking(s,l,u),r=!0}}}catch(d){i.e(d)}finally{i.f()}r&&(this.graphStateFlagsDirty=!0,this.scheduleRefresh())}},{key:"removeNode",value:function(t){this.nodeStates.delete(t),this.dirtyNodes.delete(t),this.clearHoveredFor("node",t)}},{key:"removeEdge",value:function(t){this.edgeStates.delete(t),this.dirtyEdges.delete(t),this.clearHoveredFor("edge",t)}},{key:"pruneNodes",value:function(t){var e=W(this.nodeStates.keys()),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;t(i)||this.removeNode(i)}}catch(o){e.e(o)}finally{e.f()}}},{key:"pruneEdges",value:function(t){var e=W(this.edgeStates.keys()),r;try{for(e.s();!(r=e.n()).done;){var i=r.value;t(i)||this.removeEdge(i)}}catch(o){e.e(o)}finally{e.f()}}},{key:"clearNodes",value:function(){this.nodeStates.clear(),this.dirtyNodes.clear(),this.clearHoveredForKinds(pr("node"))}},{key:"clearEdges",value:function(){this.edgeStates.clear(),this.dirtyEdges.clear(),this.clearHoveredForKinds(pr("edge"))}},{key:"resetGraphState",value:function(){this.graphState=Ma(this.customGraphStateDefaults),this.graphStateChanged=!1,this.graphStateFlagsDirty=!1}},{key:"clearDirtyTracking",value:function(){this.dirtyNodes.clear(),this.dirtyEdges.clear(),this.graphStateChanged=!1}},{key:"setHovered",value:function(t){this.hovered=t}},{key:"clearHoveredFor",value:function(t,e){this.hovered&&this.hovered.key===e&&pr(t).includes(this.hovered.kind)&&(this.hovered=null)}},{key:"clearHoveredForKinds",value:function(t){this.hovered&&t.includes(this.hovered.kind)&&(this.hovered=null)}},{key:"updateGraphStateFromNodes",value:function(){var t,e=!1,r=!1,i=!1,o=W(this.nodeStates),s;try{for(o.s();!(s=o.n()).done;){var l=J(s.value,2),u=l[1];if(u.isHovered&&(e=!0),u.isHighlighted&&(r=!0),u.isDragged&&(i=!0),e&&r&&i)break}}catch(c){o.e(c)}finally{o.f()}!e&&((t=this.hovered)===null||t===void 0?void 0:t.kind)==="edge"&&(e=!0);var d=!this.graphState.isPanning&&!this.graphState.isZooming&&!i;(this.graphState.hasHovered!==e||this.graphState.hasHighlighted!==r||this.graphState.isDragging!==i||this.graphState.isIdle!==d)&&(this.graphStateChanged=!0),this.graphState=U(U({},this.graphState),{},{hasHovered:e,hasHighlighted:r,isDragging:i,isIdle:d})}},{key:"updateGraphStateFromEdges",value:function(){var t,e=((t=this.hovered)===null||t===void 0?void 0:t.kind)==="node";if(!e){var r=W(this.edgeStates),i;try{for(r.s();!(i=r.n()).done;){var o=J(i.value,2),s=o[1];if(s.isHovered){e=!0;break}}}catch(l){r.e(l)}finally{r.f()}}this.graphState.hasHovered!==e&&(this.graphStateChanged=!0),this.graphState=U(U({},this.graphState),{},{hasHovered:e})}},{key:"flushGraphStateFlags",value:function(){this.graphStateFlagsDirty&&(this.updateGraphStateFromNodes(),this.updateGraphStateFromEdges(),this.graphStateFlagsDirty=!1)}},{key:"updateHoveredNodeTracking",value:function(t,e,r){var i;if(e.isHovered!==r.isHovered)if(r.isHovered){var o;if(((o=this.hovered)===null||o===void 0?void 0:o.kind)==="node"&&this.hovered.key!==t){var s=this.hovered.key,l=this.getNodeState(s);this.nodeStates.set(s,U(U({},l),{},{isHovered:!1})),this.dirtyNodes.add(s)}this.hovered={kind:"node",key:t}}else((i=this.hovered)===null||i===void 0?void 0:i.kind)==="node"&&this.hovered.key===t&&(this.hovered=null)}},{key:"updateHoveredEdgeTracking",value:function(t,e,r){var i;if(e.isHovered!==r.isHovered)if(r.isHovered){var o;if(((o=this.hovered)===null||o===void 0?void 0:o.kind)==="edge"&&this.hovered.key!==t){var s=this.hovered.key,l=this.getEdgeState(s);this.edgeStates.set(s,U(U({},l),{},{isHovered:!1})),this.dirtyEdges.add(s)}this.hovered={kind:"edge",key:t}}else((i=this.hovered)===null||i===void 0?void 0:i.kind)==="edge"&&this.hovered.key===t&&(this.hovered=null)}}])})(),Xo=1,qo=2,Yo=3,Ko=4,wh=(function(a){function n(t,e){var r,i,o,s,l,u=arguments.length>2&&arguments[2]!==void 0?arguments[2]:{};K(this,n),l=oe(this,n),D(l,"nodeReducer",null),D(l,"edgeReducer",null),D(l,"stageCanvas",null),D(l,"mouseLayer",null),D(l,"gestureHint",null),D(l,"extraElements",{}),D(l,"webGLContext",null),D(l,"pickingFrameBuffer",null),D(l,"pickingTexture",null),D(l,"pickingDepthBuffer",null),D(l,"activeListeners",{}),D(l,"nodeVariableEntries",[]),D(l,"edgeVariableEntries",[]),D(l,"edgePathsByName",new Map),D(l,"nodeProgramIndex",{}),D(l,"edgeProgramIndex",{}),D(l,"edgeTextureIndexCache",{}),D(l,"nodeGraphCoords",{}),D(l,"nodeExtent",{x:[0,1],y:[0,1]}),D(l,"matrix",Le()),D(l,"invMatrix",Le()),D(l,"correctionRatio",1),D(l,"frameId",0),D(l,"customBBox",null),D(l,"gpuTimerExt",void 0),D(l,"activeGpuTimerQuery",null),D(l,"pendingGpuTimerQueries",[]),D(l,"normalizationFunction",jn({x:[0,1],y:[0,1]})),D(l,"graphToViewportRatio",1),D(l,"pickingState",eh()),D(l,"prevNodeVisibilities",{}),D(l,"width",0),D(l,"height",0),D(l,"autoRescaleFrozen",!1),D(l,"stylesDeclaration",null),D(l,"resolvedStageStyle",{}),D(l,"renderFrame",null),D(l,"contextLost",!1),D(l,"pendingProcess","full"),D(l,"needToRefreshState",!1),D(l,"checkEdgesEventsFrame",null),D(l,"edgeStyleAnalysis",{dependency:"static",xAttribute:null,yAttribute:null}),D(l,"depthLayers",X(Bn)),D(l,"customLayerPrograms",new Map),D(l,"nodeShapeSlug",null),D(l,"sdfAtlas",null),D(l,"depthRanges",{nodes:{},edges:{}}),D(l,"nodeBaseDepth",{}),D(l,"edgeBaseDepth",{});var d=u.primitives,c=u.styles,f=u.settings,h=f===void 0?{}:f,p=u.nodeReducer,m=u.edgeReducer,b=u.customNodeState,v=u.customEdgeState,g=u.customGraphState;l.stateManager=new Rh(function(){return l.scheduleStateRefresh()},b,v,g);var y=d??zi;l.stylesDeclaration=c?{nodes:(r=c.nodes)!==null&&r!==void 0?r:Un.nodes,edges:(i=c.edges)!==null&&i!==void 0?i:Un.edges,stage:c.stage}:Un,l.nodeReducer=p??null,l.edgeReducer=m??null;var _=Ba(l.stylesDeclaration.nodes);l.nodeReducer&&(_.dependency="graph-state"),l.edgeStyleAnalysis=Ba(l.stylesDeclaration.edges),l.edgeReducer&&(l.edgeStyleAnalysis.dependency="graph-state"),l.stylesDeclaration.stage&&(l.resolvedStageStyle=Ha(l.stylesDeclaration.stage,l.stateManager.graphState));var x=$i(h);if(qn(x),x.enableNodeDrag){var S=_.xAttribute,A=_.yAttribute;if((!S||!A)&&!x.dragPositionToAttributes)throw new Error('Sigma: `enableNodeDrag` is true but position attribute names could not be inferred from styles. Either use attribute bindings for x/y in your node styles (e.g. `x: { attribute: "x" }`), or provide a `dragPositionToAttributes` setting.')}if(Ui(t),!(e instanceof HTMLElement))throw new Error("Sigma: container should be an html element.");l.container=e,l.edgeGroups=new Jc(t,function(F,I){for(var M=0;M<F.length;M++){var B=l.stateManager.getEdgeState(F[M]);B.parallelIndex=M,B.parallelCount=I}});var E=new Qc(t,l.viewportToGraph.bind(l),l.setNodesState.bind(l),function(F,I){return l.emit(F,I)});if(l.depthLayers=(o=y.depthLayers)!==null&&o!==void 0?o:X(Bn),!(c!=null&&c.nodes)&&!Gn.every(function(F){return l.depthLayers.includes(F)}))throw new Error("Sigma: depthLayers must include ".concat(Gn.join(", ")," for the built-in node styles."));if(!(c!=null&&c.edges)&&!Mn.every(function(F){return l.depthLayers.includes(F)}))throw new Error("Sigma: depthLayers must include ".concat(Mn.join(", ")," for the built-in edge styles."));l.itemBuckets={nodes:new cr(l.depthLayers),edges:new cr(l.depthLayers)},l.initWebGLContext(),l.mouseLayer=zt("div",{position:"absolute",touchAction:"none",userSelect:"none"},{class:"sigma-mouse"}),l.container.appendChild(l.mouseLayer),l.resolvedStageStyle.background&&(l.container.style.backgroundColor=l.resolvedStageStyle.background),l.resolvedStageStyle.cursor&&(l.container.style.cursor=l.resolvedStageStyle.cursor);var L=new Po(l.webGLContext),T=new hr(l.webGLContext,{channels:1}),w=new Fo(l.webGLContext),R=new hr(l.webGLContext,{channels:4}),P=l.webGLContext,k=new yh({gl:P,getFrameBuffer:function(){return l.pickingFrameBuffer},getPixelRatio:function(){return l.internals.pixelRatio},getDownSizingRatio:function(){return l.internals.settings.pickingDownSizingRatio},isRenderPending:function(){return l.renderFrame!==null},onIndex:function(I,M){var B;return es(l.internals,(B=l.pickingState.lookup[I])!==null&&B!==void 0?B:null,M)}}),C=l.initPrograms(y,x),N=y==null||(s=y.nodes)===null||s===void 0?void 0:s.labelAttachments,z=null;return N&&Object.keys(N).length>0&&(z=new ko(P,N,function(){return l.scheduleRender()})),l.internals=U(U({nodeDataCache:{},edgeDataCache:{},nodesWithForcedLabels:new Set,nodesWithBackdrop:new Set,edgesWithForcedLabels:new Set,settings:x,primitives:y,pixelRatio:on(),graph:t,stateManager:l.stateManager,dragManager:E,hoverResolver:k,nodeStyleAnalysis:_,pickingState:l.pickingState},C),{},{attachmentManager:z,nodeDataTexture:L,nodeFrameTexture:T,edgeDataTexture:w,edgeFrameTexture:R,getDimensions:function(){return l.getDimensions()},getGraphDimensions:function(){return l.getGraphDimensions()},getStagePadding:function(){return l.getStagePadding()},getCameraState:function(){return l.camera.getState()},getHitAtPosition:function(I){return l.getHitAtPosition(I)},setNodeState:function(I,M){return l.setNodeState(I,M)},setEdgeState:function(I,M){return l.setEdgeState(I,M)},updateContainerCursor:function(){return l.updateContainerCursor()},scheduleRefresh:function(){return l.scheduleRefresh()},viewportToFramedGraph:function(I){return l.viewportToFramedGraph(I)},viewportToGraph:function(I){return l.viewportToGraph(I)},framedGraphToViewport:function(I){return l.framedGraphToViewport(I)},scaleSize:function(I){return l.scaleSize(I)},emit:function(I,M){return l.emit(I,M)}}),l.labelRenderer=new Eh(l.internals),l.resize(),l.initializeWebGLLabels(),l.camera=new zo,l.bindCameraHandlers(),l.mouseCaptor=new qc(l.mouseLayer,l),l.mouseCaptor.setSettings(l.internals.settings),l.touchCaptor=new Zc(l.mouseLayer,l),l.touchCaptor.setSettings(l.internals.settings),l.bindEventHandlers(),l.bindGraphHandlers(),l.handleSettingsUpdate(),l.refresh(),l}return se(n,a),Z(n,[{key:"initializeWebGLLabels",value:function(){this.sdfAtlas=new ut,this.sdfAtlas.registerFont({family:"sans-serif",weight:"normal",style:"normal"})}},{key:"resetWebGLTexture",value:function(){var e=this.webGLContext;if(!this.pickingFrameBuffer)return this;var r=Math.ceil(this.width*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio),i=Math.ceil(this.height*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio);e.bindFramebuffer(e.FRAMEBUFFER,this.pickingFrameBuffer),this.pickingTexture&&e.deleteTexture(this.pickingTexture);var o=e.createTexture();o&&(e.bindTexture(e.TEXTURE_2D,o),e.texImage2D(e.TEXTURE_2D,0,e.RGBA,r,i,0,e.RGBA,e.UNSIGNED_BYTE,null),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MAG_FILTER,e.NEAREST),e.framebufferTexture2D(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,o,0),this.pickingTexture=o),this.pickingDepthBuffer&&e.deleteRenderbuffer(this.pickingDepthBuffer);var s=e.createRenderbuffer();return s&&(e.bindRenderbuffer(e.RENDERBUFFER,s),e.renderbufferStorage(e.RENDERBUFFER,e.DEPTH_COMPONENT16,r,i),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.DEPTH_ATTACHMENT,e.RENDERBUFFER,s),this.pickingDepthBuffer=s),e.bindFramebuffer(e.FRAMEBUFFER,null),this}},{key:"bindCameraHandlers",value:function(){var e=this;return this.activeListeners.camera=function(){e.refreshMatrices(),e.labelRenderer.labelsDirty=!0,e.scheduleRender()},this.activeListeners.cameraAnimationStart=function(r){var i=r.from,o=r.to;i.ratio!==o.ratio&&e.stateManager.setGraphState({isZooming:!0})},this.activeListeners.cameraAnimationEnd=function(){e.stateManager.setGraphState({isZooming:!1})},this.camera.on("updated",this.activeListeners.camera),this.camera.on("animationStart",this.activeListeners.cameraAnimationStart),this.camera.on("animationEnd",this.activeListeners.cameraAnimationEnd),this}},{key:"unbindCameraHandlers",value:function(){return this.camera.removeListener("updated",this.activeListeners.camera),this.camera.removeListener("animationStart",this.activeListeners.cameraAnimationStart),this.camera.removeListener("animationEnd",this.activeListeners.cameraAnimationEnd),this}},{key:"getHitAtPosition",value:function(e){var r;if(this.contextLost)return null;var i=this.webGLContext;i.bindFramebuffer(i.FRAMEBUFFER,this.pickingFrameBuffer);var o=vi(i,this.pickingFrameBuffer,e.x,e.y,this.internals.pixelRatio,this.internals.settings.pickingDownSizingRatio),s=ka.apply(void 0,X(o));return(r=this.pickingState.lookup[s])!==null&&r!==void 0?r:null}},{key:"bindEventHandlers",value:function(){return sh(this.internals,this.mouseCaptor,this.touchCaptor,this.activeListeners),this}},{key:"bindGraphHandlers",value:function(){return lh({graph:this.internals.graph,edgeGroups:this.edgeGroups,addNode:this.addNode.bind(this),updateNode:this.updateNode.bind(this),removeNode:this.removeNode.bind(this),addEdge:this.addEdge.bind(this),updateEdge:this.updateEdge.bind(this),removeEdge:this.removeEdge.bind(this),clearEdgeState:this.clearEdgeState.bind(this),clearNodeState:this.clearNodeState.bind(this),clearEdgeIndices:this.clearEdgeIndices.bind(this),clearNodeIndices:this.clearNodeIndices.bind(this),refresh:this.refresh.bind(this)},this.activeListeners),this}},{key:"unbindGraphHandlers",value:function(){uh(this.internals.graph,this.activeListeners)}},{key:"getNodeShapeId",value:function(e){return this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&e.shape&&e.shape in this.internals.nodeShapeMap?this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[e.shape]]:cn(e.shape||"circle")}},{key:"processNodes",value:function(){var e=this,r=this.internals.graph,i=this.internals.settings,o=this.getDimensions(),s=i.autoRescale,l=i.autoRescaleContent,u=this.nodeExtent;if(s===!1){var d=o.width,c=o.height;u={x:[-d/2,d/2],y:[-c/2,c/2]}}else(s!=="once"||!this.autoRescaleFrozen)&&(u=this.computeNodeExtent(),l!=="positions"&&!this.customBBox&&(u=fh({extent:u,coords:this.nodeGraphCoords,nodeData:this.internals.nodeDataCache,dimensions:o,stagePadding:this.getStagePadding(),zoomToSizeRatioFunction:i.zoomToSizeRatioFunction,itemSizesReference:i.itemSizesReference,fitLabels:l==="labels",nodeLabelBox:function(B,O){return e.labelRenderer.nodeLabelBox(B,O)}})),s==="once"&&(this.autoRescaleFrozen=!0));this.nodeExtent=u,this.normalizationFunction=jn(this.customBBox||this.nodeExtent);var f=new zo,h=Ye(f.getState(),o,this.getGraphDimensions(),this.getStagePadding());this.labelRenderer.labelGrid.resizeAndClear(o,i.labelGridCellSize),this.labelRenderer.edgeAnchorGrid.resizeAndClear(o,i.labelGridCellSize);var p=i.renderEdgeLabels&&i.edgeLabelAnchors==="allNodes",m=!1;gr(this.pickingState,"node");for(var b=r.nodes(),v=0,g=b.length;v<g;v++){var y=b[v],_=this.internals.nodeDataCache[y],x=this.nodeGraphCoords[y];_.x=x.x,_.y=x.y,this.normalizationFunction.applyTo(_),_.visibility!==this.prevNodeVisibilities[y]&&(m=!0),typeof _.label=="string"&&_.visibility!=="hidden"&&_.labelVisibility!=="hidden"&&this.labelRenderer.labelGrid.add(y,_.size,this.framedGraphToViewport(_,{matrix:h})),p&&_.visibility!=="hidden"&&this.labelRenderer.edgeAnchorGrid.add(y,_.size,this.framedGraphToViewport(_,{matrix:h}))}this.labelRenderer.labelGrid.organize(),this.labelRenderer.edgeAnchorGrid.organize(),this.nodeProgram.reallocate(b.length);var S=0;this.depthRanges.nodes={},this.nodeBaseDepth={};var A=this.internals.nodeDataCache,E=W(this.depthLayers),L;try{for(E.s();!(L=E.n()).done;){var T=L.value,w=this.itemBuckets.nodes.getSorted(T,function(M){return A[M].zIndex});if(w.length!==0){this.depthRanges.nodes[T]=[{offset:S,count:w.length}];var R=W(w),P;try{for(R.s();!(P=R.n()).done;){var k=P.value;this.nodeBaseDepth[k]=T,this.nodeProgram.allocateNode(k),Wo(this.pickingState,"node",k),this.addNodeToProgram(k,S++)}}catch(M){R.e(M)}finally{R.f()}}}}catch(M){E.e(M)}finally{E.f()}this.nodeProgram.invalidateBuffers();for(var C=0,N=b.length;C<N;C++)this.prevNodeVisibilities[b[C]]=this.internals.nodeDataCache[b[C]].visibility;this.labelRenderer.processWebGLLabels(b);var z=W(this.customLayerPrograms.values()),F;try{for(z.s();!(F=z.n()).done;){var I=F.value.program;I.cacheData&&I.cacheData()}}catch(M){z.e(M)}finally{z.f()}return m}},{key:"processEdges",value:function(){var e=this.internals.graph,r=e.edges();this.edgeProgram.reallocate(r.length);var i=0;gr(this.pickingState,"edge"),this.depthRanges.edges={},this.edgeBaseDepth={};var o=this.internals.edgeDataCache,s=W(this.depthLayers),l;try{for(s.s();!(l=s.n()).done;){var u=l.value,d=this.itemBuckets.edges.getSorted(u,function(p){return o[p].zIndex});if(d.length!==0){this.depthRanges.edges[u]=[{offset:i,count:d.length}];var c=W(d),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;this.edgeBaseDepth[h]=u,Wo(this.pickingState,"edge",h),this.addEdgeToProgram(h,i++)}}catch(p){c.e(p)}finally{c.f()}}}}catch(p){s.e(p)}finally{s.f()}this.edgeProgram.invalidateBuffers()}},{key:"updateNodeDepthRanges",value:function(e,r,i){var o=this.nodeProgramIndex[e];o!==void 0&&(qa(this.depthRanges.nodes,r,o),Ya(this.depthRanges.nodes,i,o))}},{key:"updateEdgeDepthRanges",value:function(e,r,i){var o=this.edgeProgramIndex[e];o!==void 0&&(qa(this.depthRanges.edges,r,o),Ya(this.depthRanges.edges,i,o))}},{key:"handleSettingsUpdate",value:function(){var e=this,r=this.internals.settings;return this.camera.minRatio=r.minCameraRatio,this.camera.maxRatio=r.maxCameraRatio,this.camera.enabledZooming=r.enableCameraZooming,this.camera.enabledPanning=r.enableCameraPanning,this.camera.enabledRotation=r.enableCameraRotation,r.cameraPanBoundaries?this.camera.constrainState=function(i){return e.cleanCameraState(i,r.cameraPanBoundaries&&Q(r.cameraPanBoundaries)==="object"?r.cameraPanBoundaries:{})}:this.camera.constrainState=null,this.camera.setState(this.camera.getState()),this.mouseLayer.style.touchAction=r.gestureTarget==="graph"?"none":r.gestureTarget==="shared"?"pan-x pan-y":"auto",r.gestureTarget!=="shared"&&this.gestureHint&&(this.gestureHint.kill(),this.gestureHint=null),this.mouseCaptor.setSettings(this.internals.settings),this.touchCaptor.setSettings(this.internals.settings),this}},{key:"cleanCameraState",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=r.tolerance,o=i===void 0?0:i,s=r.boundaries,l=U({},e),u=s||this.nodeExtent,d=J(u.x,2),c=d[0],f=d[1],h=J(u.y,2),p=h[0],m=h[1],b=[this.graphToViewport({x:c,y:p},{cameraState:e}),this.graphToViewport({x:f,y:p},{cameraState:e}),this.graphToViewport({x:c,y:m},{cameraState:e}),this.graphToViewport({x:f,y:m},{cameraState:e})],v=1/0,g=-1/0,y=1/0,_=-1/0;b.forEach(function(k){var C=k.x,N=k.y;v=Math.min(v,C),g=Math.max(g,C),y=Math.min(y,N),_=Math.max(_,N)});var x=g-v,S=_-y,A=this.getDimensions(),E=A.width,L=A.height,T=0,w=0;if(x>=E?g<E-o?T=g-(E-o):v>o&&(T=v-o):g>E+o?T=g-(E+o):v<-o&&(T=v+o),S>=L?_<L-o?w=_-(L-o):y>o&&(w=y-o):_>L+o?w=_-(L+o):y<-o&&(w=y+o),T||w){var R=this.viewportToFramedGraph({x:0,y:0},{cameraState:e}),P=this.viewportToFramedGraph({x:T,y:w},{cameraState:e});T=P.x-R.x,w=P.y-R.y,l.x+=T,l.y+=w}return l}},{key:"refreshMatrices",value:function(){var e=this.camera.getState(),r=this.getDimensions(),i=this.getGraphDimensions(),o=this.getStagePadding();this.matrix=Ye(e,r,i,o),this.invMatrix=Ye(e,r,i,o,!0),this.correctionRatio=hi(this.matrix,e,r),this.graphToViewportRatio=this.getGraphToViewportRatio()}},{key:"processData",value:function(){var e;this.emit("beforeProcess"),(e=this.internals.attachmentManager)===null||e===void 0||e.clear();var r=U({},this.pickingState.idsByKind),i=this.processNodes();(this.pendingProcess==="full"||i)&&this.processEdges(),th(this.pickingState,this.internals),nh(r,this.pickingState.idsByKind)||this.internals.hoverResolver.invalidate(),this.pendingProcess="none",this.emit("afterProcess")}},{key:"render",value:function(){var e=this;if(this.contextLost)return this;this.emit("beforeRender");var r=function(){return e.internals.hoverResolver.frameRendered(),e.emit("afterRender"),e};if(this.renderFrame&&(cancelAnimationFrame(this.renderFrame),this.renderFrame=null),this.resize(),(this.pendingProcess!=="none"||this.needToRefreshState)&&(this.labelRenderer.labelsDirty=!0),this.pendingProcess!=="none"&&this.processData(),this.needToRefreshState&&this.refreshState(),this.needToRefreshState=!1,this.stateManager.clearDirtyTracking(),this.pendingProcess!=="none"&&this.processData(),this.clear(),this.resetWebGLTexture(),!this.internals.graph.order)return r();var i=this.mouseCaptor,o=this.camera.isAnimating()||i.isMoving||i.draggedEvents||i.currentWheelDirection;if(this.refreshMatrices(),this.frameId++,this.internals.settings.renderEdgeLabels&&!this.internals.edgeLabelProgram){var s=this.createEdgeLabelPrograms(),l=s.labelProgram,u=s.labelBackgroundProgram;this.internals.edgeLabelProgram=l,this.internals.edgeLabelBackgroundProgram=u}var d=this.internals.settings.DEBUG_logRenderStats?this.getDebugPrograms():null;d&&d.forEach(function(q){return q.resetDebugStats()}),this.internals.settings.DEBUG_gpuTimerQueries&&this.beginGpuTimerQuery(),this.internals.nodeFrameTexture.ensureCapacity(this.internals.nodeDataTexture.getCapacity()),this.internals.edgeFrameTexture.ensureCapacity(this.internals.edgeDataTexture.getCapacity());var c=this.getRenderParams(),f=be.edge.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null});this.labelRenderer.resetFrame();var h=this.webGLContext,p=Math.ceil(this.width*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio),m=Math.ceil(this.height*this.internals.pixelRatio/this.internals.settings.pickingDownSizingRatio);if(h.bindFramebuffer(h.FRAMEBUFFER,this.pickingFrameBuffer),h.viewport(0,0,p,m),h.clear(h.COLOR_BUFFER_BIT|h.DEPTH_BUFFER_BIT),h.bindFramebuffer(h.FRAMEBUFFER,null),h.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio),h.clear(h.COLOR_BUFFER_BIT|h.DEPTH_BUFFER_BIT),this.internals.nodeDataTexture.upload(),this.internals.edgeDataTexture.upload(),this.nodeProgram.uploadLayerTexture(),this.edgeProgram.uploadAttributeTexture(),this.emit("afterTexturesUpload"),this.internals.nodeDataTexture.bind(Yo),this.internals.edgeDataTexture.bind(Ko),this.edgeFramePass.run(c,this.internals.edgeFrameTexture,this.internals.edgeDataTexture.getHighWaterMark(),this.edgeProgram.getAttributeTexture(),this.nodeProgram.getAttributeTexture()),this.internals.edgeFrameTexture.bind(Xo),this.internals.settings.renderLabels){this.labelRenderer.computeDisplayedNodeLabels();var b=this.labelRenderer.buildFramePassPoints(),v=b.data,g=b.count;this.nodeFramePass.run(v,g,this.internals.nodeFrameTexture,c,this.nodeProgram.getAttributeTexture()),this.internals.nodeFrameTexture.bind(qo)}this.internals.settings.renderEdgeLabels&&this.labelRenderer.computeDisplayedEdgeLabels();var y=W(this.customLayerPrograms.values()),_;try{for(y.s();!(_=y.n()).done;){var x=_.value.program;x.preRender&&x.preRender(c)}}catch(q){y.e(q)}finally{y.f()}h.bindFramebuffer(h.FRAMEBUFFER,null),h.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio),h.blendFunc(h.ONE,h.ONE_MINUS_SRC_ALPHA);var S=!this.internals.settings.hideLabelsOnMove||!o,A=W(this.depthLayers),E;try{for(A.s();!(E=A.n()).done;){var L=E.value,T=W(this.customLayerPrograms.values()),w;try{for(T.s();!(w=T.n()).done;){var R=w.value;R.depth===L&&R.program.render(c)}}catch(q){T.e(q)}finally{T.f()}var P=this.depthRanges.edges[L];if(P&&(!this.internals.settings.hideEdgesOnMove||!o)){var k=W(P),C;try{for(k.s();!(C=k.n()).done;){var N=C.value,z=N.offset,F=N.count;F>0&&this.edgeProgram.render(f,z,F)}}catch(q){k.e(q)}finally{k.f()}}this.internals.settings.renderEdgeLabels&&S&&(this.labelRenderer.renderEdgeLabelBackgrounds(be.edgeLabel.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null}),L),this.labelRenderer.renderEdgeLabels(c,L)),this.labelRenderer.cacheAttachments(L),this.labelRenderer.renderBackdrops(U(U({},c),{},{pickingFrameBuffer:null}),L);var I=this.depthRanges.nodes[L];if(I){var M=W(I),B;try{for(M.s();!(B=M.n()).done;){var O=B.value,$=O.offset,j=O.count;j>0&&this.nodeProgram.render(c,$,j)}}catch(q){M.e(q)}finally{M.f()}}S&&(this.labelRenderer.renderAttachments(U(U({},c),{},{pickingFrameBuffer:null}),L),this.labelRenderer.renderLabelBackgrounds(be.nodeLabel.writesPickingThisFrame(this.internals)?c:U(U({},c),{},{pickingFrameBuffer:null}),L),this.internals.settings.renderLabels&&this.labelRenderer.renderWebGLLabels(c,L))}}catch(q){A.e(q)}finally{A.f()}return this.labelRenderer.labelsDirty=!1,this.internals.settings.DEBUG_displayPickingLayer&&(h.bindFramebuffer(h.READ_FRAMEBUFFER,this.pickingFrameBuffer),h.bindFramebuffer(h.DRAW_FRAMEBUFFER,null),h.blitFramebuffer(0,0,p,m,0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio,h.COLOR_BUFFER_BIT,h.NEAREST)),this.internals.settings.DEBUG_gpuTimerQueries&&this.endGpuTimerQuery(),this.pollGpuTimerQueries(),d&&this.logRenderStats(d),r()}},{key:"getDebugPrograms",value:function(){return[this.nodeProgram,this.edgeProgram,this.internals.labelProgram,this.internals.edgeLabelProgram,this.internals.edgeLabelBackgroundProgram,this.internals.backdropProgram,this.internals.labelBackgroundProgram,this.internals.attachmentProgram].filter(function(e){return e!==null})}},{key:"logRenderStats",value:function(e){var r={},i=W(e),o;try{for(i.s();!(o=i.n()).done;){var s=o.value;r[s.constructor.name]=U({},s.debugStats)}}catch(l){i.e(l)}finally{i.f()}console.log("[sigma] DEBUG_logRenderStats: frame #".concat(this.frameId)),console.table(r)}},{key:"getGpuTimerExtension",value:function(){return this.gpuTimerExt===void 0&&(this.gpuTimerExt=this.webGLContext.getExtension("EXT_disjoint_timer_query_webgl2"),this.gpuTimerExt||console.warn("Sigma: DEBUG_gpuTimerQueries is enabled, but this browser/driver doesn't support EXT_disjoint_timer_query_webgl2.")),this.gpuTimerExt}},{key:"beginGpuTimerQuery",value:function(){var e=this.getGpuTimerExtension();if(e){var r=this.webGLContext,i=r.createQuery();i&&(r.beginQuery(e.TIME_ELAPSED_EXT,i),this.activeGpuTimerQuery=i)}}},{key:"endGpuTimerQuery",value:function(){!this.gpuTimerExt||!this.activeGpuTimerQuery||(this.webGLContext.endQuery(this.gpuTimerExt.TIME_ELAPSED_EXT),this.pendingGpuTimerQueries.push({query:this.activeGpuTimerQuery,frameId:this.frameId}),this.activeGpuTimerQuery=null)}},{key:"pollGpuTimerQueries",value:function(){if(this.pendingGpuTimerQueries.length!==0){var e=this.webGLContext,r=this.gpuTimerExt;if(!r){this.pendingGpuTimerQueries.forEach(function(c){var f=c.query;return e.deleteQuery(f)}),this.pendingGpuTimerQueries=[];return}var i=e.getParameter(r.GPU_DISJOINT_EXT),o=[],s=W(this.pendingGpuTimerQueries),l;try{for(s.s();!(l=s.n()).done;){var u=l.value;if(!e.getQueryParameter(u.query,e.QUERY_RESULT_AVAILABLE)){o.push(u);continue}if(!i){var d=e.getQueryParameter(u.query,e.QUERY_RESULT);console.log("[sigma] DEBUG_gpuTimerQueries: frame #".concat(u.frameId," GPU time = ").concat((d/1e6).toFixed(2),"ms"))}e.deleteQuery(u.query)}}catch(c){s.e(c)}finally{s.f()}this.pendingGpuTimerQueries=o}}},{key:"postEvaluateNode",value:function(e,r,i){var o=e;o.x===void 0&&(o.x=r.x),o.y===void 0&&(o.y=r.y),e.highlighted=i.isHighlighted;for(var s=0,l=this.nodeVariableEntries.length;s<l;s++){var u,d,c=J(this.nodeVariableEntries[s],2),f=c[0],h=c[1];o[f]=(u=(d=o[f])!==null&&d!==void 0?d:r[f])!==null&&u!==void 0?u:h.default}}},{key:"addNode",value:function(e){var r=this.internals.graph.getNodeAttributes(e),i=this.stateManager.getNodeState(e),o=this.internals.nodeDataCache[e]||{};if(Ua(this.stylesDeclaration.nodes,r,i,this.stateManager.graphState,this.internals.graph,o),this.postEvaluateNode(o,r,i),this.nodeReducer){var s=this.nodeReducer(e,o,r,i,this.stateManager.graphState,this.internals.graph);o=U(U({},o),s)}if(typeof o.x!="number"||typeof o.y!="number")throw new Error('Sigma: could not find a valid position (x, y) for node "'.concat(e,'". ')+"Provide coordinates via node attributes, styles, or a nodeReducer.");this.internals.nodeShapeMap?(!o.shape||!(o.shape in this.internals.nodeShapeMap))&&(o.shape=Object.keys(this.internals.nodeShapeMap)[0]):this.nodeShapeSlug&&(o.shape=this.nodeShapeSlug),this.internals.nodeDataCache[e]=o,this.nodeGraphCoords[e]={x:o.x,y:o.y},lt(this.internals.nodesWithForcedLabels,e,Ze(o)),lt(this.internals.nodesWithBackdrop,e,Xa(o)),this.itemBuckets.nodes.set(e,o.depth)}},{key:"updateNode",value:function(e){this.addNode(e);var r=this.internals.nodeDataCache[e];this.normalizationFunction.applyTo(r)}},{key:"removeNode",value:function(e){this.itemBuckets.nodes.remove(e),delete this.internals.nodeDataCache[e],delete this.nodeGraphCoords[e],delete this.nodeProgramIndex[e],this.internals.dragManager.removeNode(e),this.stateManager.removeNode(e),this.internals.nodesWithForcedLabels.delete(e),this.internals.nodesWithBackdrop.delete(e)}},{key:"postEvaluateEdge",value:function(e,r){for(var i=e,o=0,s=this.edgeVariableEntries.length;o<s;o++){var l,u,d=J(this.edgeVariableEntries[o],2),c=d[0],f=d[1];i[c]=(l=(u=i[c])!==null&&u!==void 0?u:r[c])!==null&&l!==void 0?l:f.default}}},{key:"applyEdgeSpread",value:function(e,r,i){var o;if(!(i.parallelCount<=1)){var s=this.internals.graph.source(e),l=this.internals.graph.target(e),u=s===l,d=u?r.selfLoopPath||r.path:r.parallelPath||r.path,c=d?this.edgePathsByName.get(d):void 0;if(c!=null&&c.spread){var f=(o=r.parallelSpread)!==null&&o!==void 0?o:.25,h=c.spread.compute(i.parallelIndex,i.parallelCount,f);!u&&this.internals.graph.isDirected(e)&&s>l&&(h=-h),r[c.spread.variable]=h}}}},{key:"addEdge",value:function(e){var r=this.internals.graph.getEdgeAttributes(e),i=this.stateManager.getEdgeState(e),o={};if($a(this.stylesDeclaration.edges,r,i,this.stateManager.graphState,this.internals.graph,o),this.postEvaluateEdge(o,r),this.edgeReducer){var s=this.edgeReducer(e,o,r,i,this.stateManager.graphState,this.internals.graph);o=U(U({},o),s)}this.applyEdgeSpread(e,o,i),this.internals.edgeDataCache[e]=o,lt(this.internals.edgesWithForcedLabels,e,Ze(o)),this.itemBuckets.edges.set(e,o.depth)}},{key:"updateEdge",value:function(e){this.addEdge(e)}},{key:"removeEdge",value:function(e){this.itemBuckets.edges.remove(e),delete this.internals.edgeDataCache[e],delete this.edgeProgramIndex[e],delete this.edgeTextureIndexCache[e],this.internals.edgeDataTexture.free(e),this.stateManager.removeEdge(e),this.internals.edgesWithForcedLabels.delete(e)}},{key:"clearNodeIndices",value:function(){this.labelRenderer.resetLabelGrid(),this.autoRescaleFrozen||(this.nodeExtent={x:[0,1],y:[0,1]}),this.internals.nodeDataCache={},this.nodeGraphCoords={},this.edgeProgramIndex={},this.internals.nodesWithForcedLabels.clear(),this.internals.nodesWithBackdrop.clear(),this.prevNodeVisibilities={},this.itemBuckets.nodes.clearAll(),this.depthRanges.nodes={},this.nodeBaseDepth={}}},{key:"clearEdgeIndices",value:function(){this.internals.edgeDataCache={},this.edgeProgramIndex={},this.edgeTextureIndexCache={},this.internals.edgesWithForcedLabels.clear(),gr(this.pickingState,"edge"),this.itemBuckets.edges.clearAll(),this.depthRanges.edges={},this.edgeBaseDepth={},this.edgeGroups.clear()}},{key:"clearIndices",value:function(){this.clearEdgeIndices(),this.clearNodeIndices()}},{key:"clearNodeState",value:function(){this.labelRenderer.resetFrame(),this.internals.nodesWithBackdrop.clear(),this.internals.dragManager.clear(),this.autoRescaleFrozen=!1,this.stateManager.clearNodes()}},{key:"clearEdgeState",value:function(){this.labelRenderer.clearEdgeLabels(),this.stateManager.clearEdges()}},{key:"clearState",value:function(){this.clearEdgeState(),this.clearNodeState(),this.stateManager.resetGraphState()}},{key:"addNodeToProgram",value:function(e,r){var i,o=this.internals.nodeDataCache[e];this.internals.nodeDataTexture.allocate(e),(i=this.internals.nodeDataTexture).updateNode.apply(i,[e,o.x,o.y,o.size,this.getNodeShapeId(o)].concat(X(Vn(o)),[o.color]));var s=this.internals.nodeDataTexture.getIndex(e);this.nodeProgram.process(gt(this.pickingState,"node",e),r,o,s,e),this.nodeProgramIndex[e]=r}},{key:"addEdgeToProgram",value:function(e,r){var i,o,s=this.internals.edgeDataCache[e],l=this.internals.graph.source(e),u=this.internals.graph.target(e),d=this.internals.edgeDataTexture.allocate(e);this.edgeTextureIndexCache[e]=d;var c=l===u,f=!c&&((i=(o=this.stateManager.getEdgeState(e))===null||o===void 0?void 0:o.parallelCount)!==null&&i!==void 0?i:1)>1,h=this.edgeProgram.resolveEdgeIds(s,c,f),p=h.pathId,m=h.headId,b=h.tailId,v=h.headLengthRatio,g=h.tailLengthRatio;this.internals.edgeDataTexture.updateEdge(e,this.internals.nodeDataTexture.getIndex(l),this.internals.nodeDataTexture.getIndex(u),s.size,v,g,p,m,b),this.edgeProgram.process(gt(this.pickingState,"edge",e),r,this.internals.nodeDataCache[l],this.internals.nodeDataCache[u],s,d),this.edgeProgramIndex[e]=r}},{key:"getRenderParams",value:function(){return{frameId:this.frameId,matrix:this.matrix,invMatrix:this.invMatrix,width:this.width,height:this.height,pixelRatio:this.internals.pixelRatio,zoomRatio:this.camera.ratio,cameraAngle:this.camera.angle,sizeRatio:1/this.scaleSize(),correctionRatio:this.correctionRatio,downSizingRatio:this.internals.settings.pickingDownSizingRatio,minEdgeThickness:this.internals.settings.minEdgeThickness,antiAliasingFeather:this.internals.settings.antiAliasingFeather,nodePickingPadding:this.internals.settings.nodePickingPadding,edgePickingPadding:this.internals.settings.edgePickingPadding,labelPickingPadding:this.internals.settings.labelPickingPadding,nodeDataTextureUnit:Yo,nodeDataTextureWidth:this.internals.nodeDataTexture.getTextureWidth(),nodeFrameTextureUnit:qo,nodeFrameTextureWidth:this.internals.nodeFrameTexture.getTextureWidth(),edgeDataTextureUnit:Ko,edgeDataTextureWidth:this.internals.edgeDataTexture.getTextureWidth(),edgeFrameTextureUnit:Xo,edgeFrameTextureWidth:this.internals.edgeFrameTexture.getTextureWidth(),pickingFrameBuffer:this.pickingFrameBuffer,labelPixelSnapping:this.internals.settings.labelPixelSnapping?1:0}}},{key:"getStagePadding",value:function(){var e=this.internals.settings,r=e.stagePadding,i=e.autoRescale;return i&&r||0}},{key:"getLayerElement",value:function(e){if(e==="mouse")return this.mouseLayer;var r=this.extraElements[e];if(!r)throw new Error('Sigma: layer "'.concat(e,'" does not exist'));return r}},{key:"initWebGLContext",value:function(){var e=this,r=this.createWebGLContext("stage");this.stageCanvas=this.extraElements.stage,this.webGLContext=r,this.stageCanvas.addEventListener("webglcontextlost",function(i){e.webGLContext&&(i.preventDefault(),e.contextLost=!0,e.renderFrame&&(cancelAnimationFrame(e.renderFrame),e.renderFrame=null),e.gpuTimerExt=void 0,e.activeGpuTimerQuery=null,e.pendingGpuTimerQueries=[],e.emit("webglContextLost"))}),this.stageCanvas.addEventListener("webglcontextrestored",function(){requestAnimationFrame(function(){e.webGLContext&&!e.webGLContext.isContextLost()&&e.restoreWebGLContext()})}),this.initPickingFramebuffer()}},{key:"initPickingFramebuffer",value:function(){var e=this.webGLContext,r=e.createFramebuffer();if(!r)throw new Error("Sigma: cannot create picking frame buffer");e.bindFramebuffer(e.FRAMEBUFFER,r);var i=e.createTexture();if(!i)throw new Error("Sigma: cannot create picking texture");e.bindTexture(e.TEXTURE_2D,i),e.texImage2D(e.TEXTURE_2D,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,null),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MAG_FILTER,e.NEAREST),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE),e.framebufferTexture2D(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,i,0);var o=e.createRenderbuffer();if(!o)throw new Error("Sigma: cannot create picking depth buffer");if(e.bindRenderbuffer(e.RENDERBUFFER,o),e.renderbufferStorage(e.RENDERBUFFER,e.DEPTH_COMPONENT16,1,1),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.DEPTH_ATTACHMENT,e.RENDERBUFFER,o),e.checkFramebufferStatus(e.FRAMEBUFFER)!==e.FRAMEBUFFER_COMPLETE)throw new Error("Sigma: picking framebuffer is not complete");e.bindFramebuffer(e.FRAMEBUFFER,null),this.pickingFrameBuffer=r,this.pickingTexture=i,this.pickingDepthBuffer=o}},{key:"initPrograms",value:function(e,r){var i=this,o=this.webGLContext,s=Ro(o,this.pickingFrameBuffer,i,e?.nodes,r.antialiasNodes),l=s.nodeProgram,u=s.labelProgram,d=s.backdropProgram,c=s.labelBackgroundProgram,f=s.attachmentProgram,h=s.framePass,p=s.shapeSlug,m=s.shapeNameToIndex,b=s.shapeGlobalIds,v=s.variables;this.nodeProgram=l,this.nodeFramePass=h,this.nodeVariableEntries=Object.entries(v),p&&(this.nodeShapeSlug=p);var g=wo(o,this.pickingFrameBuffer,i,e?.edges,r.antialiasEdges,e?.nodes),y=g.edgeProgram,_=g.createLabelPrograms,x=g.framePass,S=g.variables,A=g.paths;return this.createEdgeLabelPrograms=_,this.edgeProgram=y,this.edgeFramePass=x,this.edgeVariableEntries=Object.entries(S),this.edgePathsByName=new Map(A.map(function(E){return[E.name,E]})),{labelProgram:u,edgeLabelProgram:null,edgeLabelBackgroundProgram:null,backdropProgram:d,labelBackgroundProgram:c,attachmentProgram:f,nodeShapeMap:m??null,nodeGlobalShapeIds:b??null}}},{key:"restoreWebGLContext",value:function(){var e,r,i,o,s,l=this.internals;this.initPickingFramebuffer(),(e=l.nodeDataTexture)===null||e===void 0||e.restore(),(r=l.nodeFrameTexture)===null||r===void 0||r.restore(),(i=l.edgeDataTexture)===null||i===void 0||i.restore(),(o=l.edgeFrameTexture)===null||o===void 0||o.restore(),(s=l.attachmentManager)===null||s===void 0||s.restore(),l.hoverResolver.reset(),Object.assign(l,this.initPrograms(l.primitives,l.settings));var u=W(this.customLayerPrograms.values()),d;try{for(u.s();!(d=u.n()).done;){var c=d.value;c.program.kill(),c.program=c.factory(this.webGLContext)}}catch(f){u.e(f)}finally{u.f()}this.contextLost=!1,this.emit("webglContextRestored"),this.refresh()}},{key:"createLayer",value:function(e,r){var i=arguments.length>2&&arguments[2]!==void 0?arguments[2]:{};if(this.extraElements[e])throw new Error('Sigma: a layer named "'.concat(e,'" already exists'));var o=zt(r,{position:"absolute"},{class:"sigma-".concat(e)});return i.style&&Object.assign(o.style,i.style),this.extraElements[e]=o,"beforeLayer"in i&&i.beforeLayer?this.getLayerElement(i.beforeLayer).before(o):"afterLayer"in i&&i.afterLayer?this.getLayerElement(i.afterLayer).after(o):this.container.appendChild(o),o}},{key:"createCanvas",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.createLayer(e,"canvas",r)}},{key:"createWebGLContext",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=this.createCanvas(e,r);r.hidden&&i.remove();var o=i.getContext("webgl2",U({preserveDrawingBuffer:!1,antialias:!1,depth:!0},r));if(!o)throw new Error("Sigma: WebGL 2 is not supported by your browser. Please use a modern browser (Chrome 56+, Firefox 51+, Safari 15+, Edge 79+).");return o.blendFunc(o.ONE,o.ONE_MINUS_SRC_ALPHA),o}},{key:"killLayer",value:function(e){if(e==="stage"||e==="mouse")throw new Error('Sigma: cannot kill built-in layer "'.concat(e,'"'));var r=this.extraElements[e];if(!r)throw new Error("Sigma: cannot kill layer ".concat(e,", which does not exist"));return r.remove(),delete this.extraElements[e],this}},{key:"getWebGLContext",value:function(){if(!this.webGLContext)throw new Error("Sigma: WebGL context is not available");return this.webGLContext}},{key:"getNodeDataTexture",value:function(){if(!this.internals.nodeDataTexture)throw new Error("Sigma: node data texture is not available");return this.internals.nodeDataTexture}},{key:"getNormalizationFunction",value:function(){return this.normalizationFunction}},{key:"addCustomLayerProgram",value:function(e,r,i){var o;if(!this.depthLayers.includes(r))throw new Error('Sigma: cannot add custom layer program at depth "'.concat(r,'", ')+"it must be declared in primitives.depthLayers. Current layers: ".concat(this.depthLayers.join(", ")));(o=this.customLayerPrograms.get(e))===null||o===void 0||o.program.kill();var s=i(this.webGLContext);return this.customLayerPrograms.set(e,{depth:r,factory:i,program:s}),s.cacheData&&s.cacheData(),this.scheduleRender(),this}},{key:"removeCustomLayerProgram",value:function(e){var r=this.customLayerPrograms.get(e);return r&&(r.program.kill(),this.customLayerPrograms.delete(e),this.scheduleRender()),this}},{key:"getCamera",value:function(){return this.camera}},{key:"setCamera",value:function(e){return this.camera.cancelAnimation(),this.unbindCameraHandlers(),this.camera=e,this.bindCameraHandlers(),this.scheduleRender(),this}},{key:"getContainer",value:function(){return this.container}},{key:"getGraph",value:function(){return this.internals.graph}},{key:"setGraph",value:function(e){return e===this.internals.graph?this:(this.stateManager.pruneNodes(function(r){return e.hasNode(r)}),this.stateManager.pruneEdges(function(r){return e.hasEdge(r)}),this.unbindGraphHandlers(),this.checkEdgesEventsFrame!==null&&(cancelAnimationFrame(this.checkEdgesEventsFrame),this.checkEdgesEventsFrame=null),this.internals.graph=e,this.autoRescaleFrozen=!1,this.bindGraphHandlers(),this.refresh(),this)}},{key:"getMouseCaptor",value:function(){return this.mouseCaptor}},{key:"getTouchCaptor",value:function(){return this.touchCaptor}},{key:"getDimensions",value:function(){return{width:this.width,height:this.height}}},{key:"getGraphDimensions",value:function(){var e=this.customBBox||this.nodeExtent;return{width:e.x[1]-e.x[0]||1,height:e.y[1]-e.y[0]||1}}},{key:"getNodeDisplayData",value:function(e){var r=this.internals.nodeDataCache[e];return r?Object.assign({},r):void 0}},{key:"getEdgeDisplayData",value:function(e){var r=this.internals.edgeDataCache[e];return r?Object.assign({},r):void 0}},{key:"getNodeState",value:function(e){return this.stateManager.getNodeState(e)}},{key:"getEdgeState",value:function(e){return this.stateManager.getEdgeState(e)}},{key:"getGraphState",value:function(){return this.stateManager.getGraphState()}},{key:"setNodeState",value:function(e,r){return this.stateManager.setNodeState(e,r),this}},{key:"setEdgeState",value:function(e,r){return this.stateManager.setEdgeState(e,r),this}},{key:"setGraphState",value:function(e){return this.stateManager.setGraphState(e),this}},{key:"_setPanning",value:function(e){this.stateManager.setGraphState({isPanning:e})}},{key:"_setZooming",value:function(e){this.stateManager.setGraphState({isZooming:e})}},{key:"_hasNodeDrag",value:function(){var e=this.internals.dragManager;return!!(e.pendingNode||e.session)}},{key:"_showGestureHint",value:function(e){var r=this.internals.settings;r.gestureTarget==="shared"&&(this.gestureHint=this.gestureHint||new bh(this.container),this.gestureHint.show(e,r))}},{key:"setNodesState",value:function(e,r){return this.stateManager.setNodesState(e,r),this}},{key:"setEdgesState",value:function(e,r){return this.stateManager.setEdgesState(e,r),this}},{key:"updateContainerCursor",value:function(){var e=this.stateManager.hovered,r=this.resolvedStageStyle.cursor||"";this.container.style.cursor=e&&ah(this.internals,e)||r}},{key:"refreshStageStyle",value:function(){this.resolvedStageStyle=Ha(this.stylesDeclaration.stage,this.stateManager.graphState),this.resolvedStageStyle.background!==void 0&&(this.container.style.backgroundColor=this.resolvedStageStyle.background),this.updateContainerCursor()}},{key:"getNodeDisplayedLabels",value:function(){return new Set(this.labelRenderer.displayedNodeLabels)}},{key:"getEdgeDisplayedLabels",value:function(){return new Set(this.labelRenderer.displayedEdgeLabels)}},{key:"getSettings",value:function(){return U({},this.internals.settings)}},{key:"getSetting",value:function(e){return this.internals.settings[e]}},{key:"getStyles",value:function(){return U({},this.stylesDeclaration)}},{key:"getPrimitives",value:function(){return U({},this.internals.primitives)}},{key:"setSetting",value:function(e,r){return this.internals.settings[e]=r,qn(this.internals.settings),this.handleSettingsUpdate(),this.scheduleRefresh(),this}},{key:"updateSetting",value:function(e,r){return this.setSetting(e,r(this.internals.settings[e])),this}},{key:"setSettings",value:function(e){return this.internals.settings=U(U({},this.internals.settings),e),qn(this.internals.settings),this.handleSettingsUpdate(),this.scheduleRefresh(),this}},{key:"resize",value:function(e){var r=this.width,i=this.height;if(this.width=this.container.offsetWidth,this.height=this.container.offsetHeight,this.internals.pixelRatio=on(),this.width===0)if(this.internals.settings.allowInvalidContainer)this.width=1;else throw new Error("Sigma: Container has no width. You can set the allowInvalidContainer setting to true to stop seeing this error.");if(this.height===0)if(this.internals.settings.allowInvalidContainer)this.height=1;else throw new Error("Sigma: Container has no height. You can set the allowInvalidContainer setting to true to stop seeing this error.");if(!e&&r===this.width&&i===this.height)return this;this.labelRenderer.labelsDirty=!0;for(var o=0,s=[this.mouseLayer].concat(X(Object.values(this.extraElements)));o<s.length;o++){var l=s[o];l.style.width=this.width+"px",l.style.height=this.height+"px"}return this.webGLContext&&(this.stageCanvas.setAttribute("width",this.width*this.internals.pixelRatio+"px"),this.stageCanvas.setAttribute("height",this.height*this.internals.pixelRatio+"px"),this.webGLContext.viewport(0,0,this.width*this.internals.pixelRatio,this.height*this.internals.pixelRatio)),this.emit("resize"),this}},{key:"clear",value:function(){return this.emit("beforeClear"),this.webGLContext.bindFramebuffer(WebGLRenderingContext.FRAMEBUFFER,null),this.webGLContext.clear(WebGLRenderingContext.COLOR_BUFFER_BIT),this.emit("afterClear"),this}},{key:"scheduleStateRefresh",value:function(){this.needToRefreshState=!0,this.scheduleRender()}},{key:"refreshState",value:function(){var e=this,r;this.stateManager.flushGraphStateFlags();var i=this.stateManager.graphStateChanged&&this.internals.nodeStyleAnalysis.dependency==="graph-state",o=this.stateManager.graphStateChanged&&this.edgeStyleAnalysis.dependency==="graph-state",s=!1;if(i)this.internals.graph.forEachNode(function(p){e.refreshNodeState(p)&&(s=!0)});else if(this.internals.nodeStyleAnalysis.dependency!=="static"){var l=W(this.stateManager.dirtyNodes),u;try{for(l.s();!(u=l.n()).done;){var d=u.value;this.refreshNodeState(d)&&(s=!0)}}catch(p){l.e(p)}finally{l.f()}}if(o)this.internals.graph.forEachEdge(function(p){e.refreshEdgeState(p)&&(s=!0)});else if(this.edgeStyleAnalysis.dependency!=="static"){var c=W(this.stateManager.dirtyEdges),f;try{for(c.s();!(f=c.n()).done;){var h=f.value;this.refreshEdgeState(h)&&(s=!0)}}catch(p){c.e(p)}finally{c.f()}}this.stateManager.graphStateChanged&&(r=this.stylesDeclaration)!==null&&r!==void 0&&r.stage&&this.refreshStageStyle(),this.stateManager.clearDirtyTracking(),s&&(this.pendingProcess="full")}},{key:"refreshNodeState",value:function(e){var r=this.internals.nodeDataCache[e];if(!r||this.nodeReducer){var i,o,s,l,u=(i=this.internals.nodeDataCache[e])===null||i===void 0?void 0:i.depth,d=(o=this.internals.nodeDataCache[e])===null||o===void 0?void 0:o.zIndex,c=(s=this.internals.nodeDataCache[e])===null||s===void 0?void 0:s.labelAttachment;this.updateNode(e);var f=this.internals.nodeDataCache[e];this.internals.attachmentManager&&f.labelAttachment!==c&&this.internals.attachmentManager.invalidateNode(e);var h;this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&f.shape&&f.shape in this.internals.nodeShapeMap?h=this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[f.shape]]:h=cn(f.shape||"circle"),(l=this.internals.nodeDataTexture).updateNode.apply(l,[e,f.x,f.y,f.size,h].concat(X(Vn(f)),[f.color])),u&&f.depth!==u&&this.updateNodeDepthRanges(e,u,f.depth);var p=this.nodeProgramIndex[e];return p!==void 0&&(this.addNodeToProgram(e,p),this.nodeProgram.invalidateBuffers()),d!==void 0&&f.zIndex!==d}var m=this.internals.graph.getNodeAttributes(e),b=this.stateManager.getNodeState(e),v=r.size,g=r.shape,y=r.depth,_=r.zIndex,x=r.labelAttachment,S=r.rotationAlignment,A=r.labelRotationAlignment,E=r.color;Ua(this.stylesDeclaration.nodes,m,b,this.stateManager.graphState,this.internals.graph,r),this.postEvaluateNode(r,m,b);var L=this.nodeGraphCoords[e],T=r.x!==L.x||r.y!==L.y;if(T&&(L.x=r.x,L.y=r.y),this.normalizationFunction.applyTo(r),this.internals.nodeShapeMap?(!r.shape||!(r.shape in this.internals.nodeShapeMap))&&(r.shape=Object.keys(this.internals.nodeShapeMap)[0]):this.nodeShapeSlug&&(r.shape=this.nodeShapeSlug),this.internals.attachmentManager&&r.labelAttachment!==x&&this.internals.attachmentManager.invalidateNode(e),lt(this.internals.nodesWithForcedLabels,e,Ze(r)),lt(this.internals.nodesWithBackdrop,e,Xa(r)),T||r.size!==v||r.shape!==g||r.rotationAlignment!==S||r.labelRotationAlignment!==A||r.color!==E){var w,R;this.internals.nodeShapeMap&&this.internals.nodeGlobalShapeIds&&r.shape&&r.shape in this.internals.nodeShapeMap?R=this.internals.nodeGlobalShapeIds[this.internals.nodeShapeMap[r.shape]]:R=cn(r.shape||"circle"),(w=this.internals.nodeDataTexture).updateNode.apply(w,[e,r.x,r.y,r.size,R].concat(X(Vn(r)),[r.color]))}this.itemBuckets.nodes.set(e,r.depth),r.depth!==y&&this.updateNodeDepthRanges(e,y,r.depth);var P=this.nodeProgramIndex[e];return P!==void 0&&(this.addNodeToProgram(e,P),this.nodeProgram.invalidateBuffers()),r.zIndex!==_}},{key:"refreshEdgeState",value:function(e){var r=this.internals.edgeDataCache[e];if(!r||this.edgeReducer){var i=r?.depth,o=r?.zIndex;this.updateEdge(e);var s=this.internals.edgeDataCache[e];i&&s.depth!==i&&this.updateEdgeDepthRanges(e,i,s.depth);var l=this.edgeProgramIndex[e];return l!==void 0&&(this.addEdgeToProgram(e,l),this.edgeProgram.invalidateBuffers()),o!==void 0&&s.zIndex!==o}var u=this.internals.graph.getEdgeAttributes(e),d=this.stateManager.getEdgeState(e),c=r.depth,f=r.zIndex,h=r.size,p=r.path,m=r.selfLoopPath,b=r.parallelPath,v=r.head,g=r.tail;$a(this.stylesDeclaration.edges,u,d,this.stateManager.graphState,this.internals.graph,r),this.postEvaluateEdge(r,u),this.applyEdgeSpread(e,r,d),lt(this.internals.edgesWithForcedLabels,e,Ze(r)),this.itemBuckets.edges.set(e,r.depth),r.depth!==c&&this.updateEdgeDepthRanges(e,c,r.depth);var y=this.edgeProgramIndex[e];if(y!==void 0){var _=r.size!==h||r.path!==p||r.selfLoopPath!==m||r.parallelPath!==b||r.head!==v||r.tail!==g;if(_)this.addEdgeToProgram(e,y),this.edgeProgram.invalidateBuffers();else{var x=this.internals.graph.source(e),S=this.internals.graph.target(e),A=this.internals.nodeDataCache[x],E=this.internals.nodeDataCache[S],L=this.edgeTextureIndexCache[e];this.edgeProgram.process(gt(this.pickingState,"edge",e),y,A,E,r,L),this.edgeProgram.invalidateBuffers()}}return r.zIndex!==f}},{key:"refresh",value:function(e){var r=this,i=e?.skipIndexation!==void 0?e?.skipIndexation:!1,o=e?.schedule!==void 0?e.schedule:!1,s=!e||!e.partialGraph;if(s)this.clearEdgeIndices(),this.clearNodeIndices(),this.internals.graph.forEachNode(function(A){return r.addNode(A)}),this.edgeGroups.rebuild(),this.internals.graph.forEachEdge(function(A){return r.addEdge(A)}),this.pendingProcess="full";else{for(var l,u,d=((l=e.partialGraph)===null||l===void 0?void 0:l.nodes)||[],c=0,f=d?.length||0;c<f;c++){var h,p,m=""+d[c],b=(h=this.internals.nodeDataCache[m])===null||h===void 0?void 0:h.labelAttachment;if(this.updateNode(m),this.internals.attachmentManager&&((p=this.internals.nodeDataCache[m])!==null&&p!==void 0&&p.labelAttachment||b)&&this.internals.attachmentManager.invalidateNode(m),i){var v=this.nodeProgramIndex[m];if(v===void 0)throw new Error('Sigma: node "'.concat(m,`" can't be repaint`));this.addNodeToProgram(m,v)}}i&&d.length>0&&(this.nodeProgram.invalidateBuffers(),this.labelRenderer.labelsDirty=!0);for(var g=(e==null||(u=e.partialGraph)===null||u===void 0?void 0:u.edges)||[],y=0,_=g.length;y<_;y++){var x=""+g[y];if(this.updateEdge(x),i){var S=this.edgeProgramIndex[x];if(S===void 0)throw new Error('Sigma: edge "'.concat(x,`" can't be repaint`));this.addEdgeToProgram(x,S)}}i&&g.length>0&&(this.edgeProgram.invalidateBuffers(),this.labelRenderer.labelsDirty=!0),!i&&this.pendingProcess!=="full"&&(this.pendingProcess=g.length>0?"full":"nodes")}return o?this.scheduleRender():this.render(),this}},{key:"scheduleRender",value:function(){var e=this;return this.renderFrame||(this.renderFrame=requestAnimationFrame(function(){e.render()})),this}},{key:"scheduleRefresh",value:function(e){return this.refresh(U(U({},e),{},{schedule:!0}))}},{key:"getViewportZoomedState",value:function(e,r){var i=this.camera.getState(),o=i.ratio,s=i.angle,l=i.x,u=i.y,d=this.internals.settings,c=d.minCameraRatio,f=d.maxCameraRatio;typeof f=="number"&&(r=Math.min(r,f)),typeof c=="number"&&(r=Math.max(r,c));var h=r/o,p={x:this.width/2,y:this.height/2},m=this.viewportToFramedGraph(e),b=this.viewportToFramedGraph(p);return{angle:s,x:(m.x-b.x)*(1-h)+l,y:(m.y-b.y)*(1-h)+u,ratio:r}}},{key:"viewRectangle",value:function(){var e=this.viewportToFramedGraph({x:0,y:0}),r=this.viewportToFramedGraph({x:this.width,y:0}),i=this.viewportToFramedGraph({x:0,y:this.height});return{x1:e.x,y1:e.y,x2:r.x,y2:r.y,height:r.y-i.y}}},{key:"framedGraphToViewport",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=!!r.cameraState||!!r.viewportDimensions||!!r.graphDimensions||!!r.padding,o=r.matrix||(i?Ye(r.cameraState||this.camera.getState(),r.viewportDimensions||this.getDimensions(),r.graphDimensions||this.getGraphDimensions(),r.padding||this.getStagePadding()):this.matrix),s=kt(o,e);return{x:(1+s.x)*this.width/2,y:(1-s.y)*this.height/2}}},{key:"viewportToFramedGraph",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{},i=!!r.cameraState||!!r.viewportDimensions||!!r.graphDimensions||!!r.padding,o=r.matrix||(i?Ye(r.cameraState||this.camera.getState(),r.viewportDimensions||this.getDimensions(),r.graphDimensions||this.getGraphDimensions(),r.padding||this.getStagePadding(),!0):this.invMatrix),s=kt(o,{x:e.x/this.width*2-1,y:1-e.y/this.height*2});return isNaN(s.x)&&(s.x=0),isNaN(s.y)&&(s.y=0),s}},{key:"viewportToGraph",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.normalizationFunction.inverse(this.viewportToFramedGraph(e,r))}},{key:"graphToViewport",value:function(e){var r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:{};return this.framedGraphToViewport(this.normalizationFunction(e),r)}},{key:"graphToFramedGraph",value:function(e){return this.normalizationFunction(e)}},{key:"framedGraphToGraph",value:function(e){return this.normalizationFunction.inverse(e)}},{key:"getGraphToViewportRatio",value:function(){var e={x:0,y:0},r={x:1,y:1},i=Math.sqrt(Math.pow(e.x-r.x,2)+Math.pow(e.y-r.y,2)),o=this.graphToViewport(e),s=this.graphToViewport(r),l=Math.sqrt(Math.pow(o.x-s.x,2)+Math.pow(o.y-s.y,2));return l/i}},{key:"computeNodeExtent",value:function(){var e=this.nodeGraphCoords,r=Object.keys(e);if(!r.length)return{x:[0,1],y:[0,1]};for(var i=1/0,o=-1/0,s=1/0,l=-1/0,u=0,d=r.length;u<d;u++){var c=e[r[u]],f=c.x,h=c.y;f<i&&(i=f),f>o&&(o=f),h<s&&(s=h),h>l&&(l=h)}return{x:[i,o],y:[s,l]}}},{key:"getBBox",value:function(){return this.nodeExtent}},{key:"getCustomBBox",value:function(){return this.customBBox}},{key:"setCustomBBox",value:function(e){return this.customBBox=e,this.scheduleRender(),this}},{key:"kill",value:function(){var e,r,i,o,s;this.emit("kill"),this.removeAllListeners(),this.camera.cancelAnimation(),this.unbindCameraHandlers(),window.removeEventListener("resize",this.activeListeners.handleResize),this.mouseCaptor.kill(),this.touchCaptor.kill(),this.internals.hoverResolver.kill(),this.unbindGraphHandlers(),this.clearIndices(),this.clearState(),this.internals.nodeDataCache={},this.internals.edgeDataCache={},this.renderFrame&&(cancelAnimationFrame(this.renderFrame),this.renderFrame=null);for(var l=this.container;l.firstChild;)l.removeChild(l.firstChild);this.nodeProgram.kill(),this.nodeFramePass.kill(),this.edgeProgram.kill(),this.edgeFramePass.kill(),this.internals.labelProgram.kill(),(e=this.internals.edgeLabelProgram)===null||e===void 0||e.kill(),(r=this.internals.edgeLabelBackgroundProgram)===null||r===void 0||r.kill(),this.internals.backdropProgram.kill(),this.internals.labelBackgroundProgram.kill(),(i=this.internals.attachmentProgram)===null||i===void 0||i.kill(),(o=this.internals.attachmentManager)===null||o===void 0||o.kill(),this.internals.attachmentProgram=null,this.internals.attachmentManager=null;var u=W(this.customLayerPrograms.values()),d;try{for(u.s();!(d=u.n()).done;){var c=d.value.program;c.kill()}}catch(p){u.e(p)}finally{u.f()}if(this.customLayerPrograms.clear(),this.sdfAtlas&&(this.sdfAtlas=null),this.internals.nodeDataTexture&&(this.internals.nodeDataTexture.kill(),this.internals.nodeDataTexture=null),this.internals.nodeFrameTexture&&(this.internals.nodeFrameTexture.kill(),this.internals.nodeFrameTexture=null),this.internals.edgeDataTexture&&(this.internals.edgeDataTexture.kill(),this.internals.edgeDataTexture=null),this.internals.edgeFrameTexture&&(this.internals.edgeFrameTexture.kill(),this.internals.edgeFrameTexture=null),this.webGLContext){var f;(f=this.webGLContext.getExtension("WEBGL_lose_context"))===null||f===void 0||f.loseContext(),this.webGLContext=null}(s=this.gestureHint)===null||s===void 0||s.kill(),this.gestureHint=null,this.mouseLayer.remove();for(var h in this.extraElements)this.extraElements[h].remove();this.extraElements={}}},{key:"scaleSize",value:function(){var e=arguments.length>0&&arguments[0]!==void 0?arguments[0]:1,r=arguments.length>1&&arguments[1]!==void 0?arguments[1]:this.camera.ratio;return e/this.internals.settings.zoomToSizeRatioFunction(r)*(this.getSetting("itemSizesReference")==="positions"?r*this.graphToViewportRatio:1)}},{key:"getStageCanvas",value:function(){return this.stageCanvas}},{key:"getMouseLayer",value:function(){return this.mouseLayer}}])})(Hn),ts=wh;var Ag=at(Rt());var Ah="pixels",Dh="butt";function Lh(a){return a===void 0||a===!1?{tail:!1,head:!1}:a===!0?{tail:!0,head:!0}:a==="head"?{tail:!1,head:!0}:{tail:!0,head:!1}}function Ch(a){var n,t;return a===void 0?{tail:0,head:0}:typeof a=="number"?{tail:a,head:a}:{tail:(n=a.tail)!==null&&n!==void 0?n:0,head:(t=a.head)!==null&&t!==void 0?t:0}}function ns(a){var n,t,e,r,i,o,s,l=a??{},u=(n=l.dashColor)!==null&&n!==void 0?n:{attribute:"color"},d=(t=l.gapColor)!==null&&t!==void 0?t:0,c={dashSize:(e=l.dashSize)!==null&&e!==void 0?e:{value:10,mode:"pixels"},gapSize:(r=l.gapSize)!==null&&r!==void 0?r:{value:10,mode:"pixels"},dashOffset:(i=l.dashOffset)!==null&&i!==void 0?i:{value:0,mode:"pixels"}},f=(o=l.align)!==null&&o!==void 0?o:.5,h=(s=l.cap)!==null&&s!==void 0?s:Dh,p=Lh(l.solidExtremities),m=Ch(l.solidMargin),b=nn(u,"dashColor"),v=[c.dashSize,c.gapSize,c.dashOffset].map(function(R){var P;return((P=R.mode)!==null&&P!==void 0?P:Ah)==="relative"?1:0}),g=[{name:"u_sizeMode",type:"vec3",value:v},{name:"u_align",type:"float",value:f},{name:"u_solidExtremities",type:"vec2",value:[p.tail?1:0,p.head?1:0]},{name:"u_solidMargin",type:"vec2",value:[m.tail,m.head]}],y=X(b.attributes),_=b.needsNodeColors,x;if(typeof d=="number")x="vec4(dashColor.rgb, dashColor.a * ".concat(ue(d),")");else{var S=nn(d,"gapColor");x=S.glsl,y.push.apply(y,X(S.attributes)),_=_||S.needsNodeColors}var A=!("value"in c.dashSize),E=!("value"in c.gapSize),L=!("value"in c.dashOffset);["dashSize","gapSize","dashOffset"].forEach(function(R){if("value"in c[R])g.push({name:"u_".concat(R),type:"float",value:c[R].value});else{var P;y.push({name:"a_".concat(R),size:1,type:WebGL2RenderingContext.FLOAT,source:c[R].attribute}),g.push({name:"u_".concat(R),type:"float",value:(P=c[R].default)!==null&&P!==void 0?P:0})}});var T=function(P,k){return k?"(v_".concat(P," > 0.0 ? v_").concat(P," : u_").concat(P,")"):"u_".concat(P)},w=`
// Dashed pattern layer with antialiased boundaries
// Uniforms:
//   u_dashSize: size of each dash (or default when using attribute)
//   u_gapSize: size of gaps between dashes (or default when using attribute)
//   u_dashOffset: offset to shift the pattern (or default when using attribute)
//   u_sizeMode: vec3 indicating if values are thickness-relative (x=dash, y=gap, z=offset)
//   u_align: pattern alignment (0=start, 0.5=center, 1=end)
//   u_solidExtremities: vec2(tail, head) - 1.0 means solid, 0.0 means dashed
//   u_solidMargin: vec2(tail, head) - extra solid margin in pixels
`.concat(A?"// Varying: v_dashSize for per-edge dash size":"",`
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
  float dashSizeValue = `).concat(T("dashSize",A),`;
  float gapSizeValue = `).concat(T("gapSize",E),`;
  float dashOffsetValue = `).concat(T("dashOffset",L),`;

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
`);return{name:"dashed",glsl:w,uniforms:g,attributes:y,needsNodeColors:_}}function as(a){var n=a??{},t=n.lengthRatio,e=t===void 0?5:t,r=n.widthRatio,i=r===void 0?4:r,o=n.margin,s=o===void 0?0:o,l=`
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
}`}),rs=`
  float r = size * 0.95;
  p.x = abs(p.x) - r;
  p.y = p.y + r / 1.7320508 - 0.12 * size;
  if (p.x + 1.7320508 * p.y > 0.0) p = vec2(p.x - 1.7320508 * p.y, -1.7320508 * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);`,is=[vt("dot",1,"return length(uv) - size;"),vt("square",.72,`
  vec2 d = abs(uv) - vec2(size * 0.82);
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);`),vt("diamond",.7,"return (abs(uv.x) + abs(uv.y) - size) * 0.7071068;"),vt("triangle",.55,`vec2 p = uv;${rs}`),vt("triangleDown",.55,`vec2 p = vec2(uv.x, -uv.y);${rs}`),vt("hexagon",.87,`
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
  return length(p - ba * along) * sign(p.y * ba.x - p.x * ba.y);`)],os=a=>({name:"outline",uniforms:[],attributes:[{name:"a_outlineColor",size:4,type:WebGL2RenderingContext.UNSIGNED_BYTE,normalized:!0,source:"border"}],glsl:`
vec4 layer_outline(vec4 v_outlineColor) {
  float wide = ${a.toFixed(2)} * context.pixelToUV;
  float inside = smoothstep(-wide - context.aaWidth, -wide + context.aaWidth, context.sdf);
  return vec4(v_outlineColor.rgb, v_outlineColor.a * inside);
}`});function ss(a,n=[],t=0){let e=[],r=(i,o)=>i.left<o.right&&o.left<i.right&&i.top<o.bottom&&o.top<i.bottom;for(let[i,o]of a.entries())!e.some(s=>r(s,o))&&(i<t||!n.some(s=>s.id!==o.id&&r(s,o)))&&e.push(o);return e}function kh(a,n,t){let[e,r]=[t.x-n.x,t.y-n.y],i=e*e+r*r,o=i?Math.min(1,Math.max(0,((a.x-n.x)*e+(a.y-n.y)*r)/i)):0;return Math.hypot(a.x-n.x-o*e,a.y-n.y-o*r)}function ls(a,n,t){return n.map(e=>[kh(a,e.from,e.to)-e.width/2,e]).filter(([e])=>e<=t).sort(([e],[r])=>e-r).map(([,e])=>e)}var Ph=6,us="rgba(0, 0, 0, 0)",ds=120,Fh=5;function cs(){try{return!!document.createElement("canvas").getContext("webgl2")}catch{return!1}}function hs(a,{directed:n,still:t,onUnit:e,onLines:r,onNothing:i}){let o=new ne({type:n?"directed":"undirected"}),s={units:[],lines:[]},l={unit:null,line:null},u=new Map,d=new ts(o,a,{primitives:{nodes:{shapes:is,variables:{border:{type:"color",default:"#17212b"}},layers:[tn(),os(1.6)],label:{font:{family:getComputedStyle(a).fontFamily,size:13},margin:4}},edges:{paths:[an()],extremities:[as()],variables:{whole:{type:"color",default:us},dash:{type:"number",default:0},gap:{type:"number",default:0}},layers:[Ge({color:{attribute:"whole"}}),ns({dashSize:{attribute:"dash",mode:"pixels"},gapSize:{attribute:"gap",mode:"pixels"},solidExtremities:"head"})],defaultHead:n?"arrow":"none"}},styles:{nodes:{x:{attribute:"x"},y:{attribute:"y"},size:{attribute:"size"},color:{attribute:"fill"},border:{attribute:"border"},shape:{attribute:"shape"},label:{attribute:"label"},labelColor:"#17212b",labelBackgroundColor:"rgba(255, 255, 255, 0.82)",labelBackgroundPadding:1,labelPosition:{attribute:"beside"},labelVisibility:(E,L)=>E.named||E.chosen||L.isHovered?"visible":"hidden",depth:(E,L)=>E.chosen||L.isHovered?"topNodes":"nodes",backdropVisibility:(E,L)=>E.chosen||L.isHovered?"visible":"hidden",backdropColor:"#ffffff",backdropShadowColor:"rgba(11, 40, 90, 0.55)",backdropShadowBlur:8,backdropPadding:4,cursor:"pointer"},edges:{size:{attribute:"size"},color:{attribute:"color"},whole:{attribute:"whole"},dash:{attribute:"dash"},gap:{attribute:"gap"},opacity:{attribute:"opacity"},depth:E=>E.chosen?"topEdges":"edges",...n?{head:"arrow"}:{}}},settings:{itemSizesReference:"screen",zoomToSizeRatioFunction:E=>E<1?E**.12:1,enableCameraRotation:!1,enableCameraMouseRotation:!1,allowInvalidContainer:!0,labelRenderedSizeThreshold:0,minEdgeThickness:1.2,stagePadding:46,minCameraRatio:.004,maxCameraRatio:2,zoomDuration:t?0:200,inertiaDuration:t?0:200,doubleClickZoomingDuration:t?0:200}}),c=E=>d.graphToViewport(Xe(E));function f(){let E=Tt(s.lines);return s.lines.map(L=>({line:L,from:c(L.a),to:c(L.b),width:E(L)}))}let h=E=>ls(E,f(),Ph).map(({line:L})=>L);d.on("clickNode",({node:E})=>e(u.get(E))),d.on("clickStage",({event:E})=>{let L=h(E);L.length?r(L):i()});let p=null;d.on("moveBody",({event:E})=>{cancelAnimationFrame(p),p=requestAnimationFrame(()=>a.classList.toggle("over-line",s.lines.length<3e3&&h(E).length>0))});let m=document.createElement("canvas").getContext("2d");m.font=`13px ${getComputedStyle(a).fontFamily}`;let b=null;function v(){let{width:E,height:L}=d.getDimensions(),T=s.units.map(C=>({unit:C,...c(C),r:d.scaleSize(xe(C).size)})).filter(({x:C,y:N})=>C>-20&&N>-20&&C<E&&N<L+20).sort((C,N)=>N.r-C.r||(C.unit.id<N.unit.id?-1:1)),w=T.map(({unit:C,x:N,y:z,r:F})=>({id:C.id,left:N-F,right:N+F,top:z-F,bottom:z+F})),R=T.slice(0,4*ds).map(C=>g(C,m.measureText(St(C.unit)).width)).filter(({left:C,right:N})=>C>-4&&N<E+4),P=new Set(ss(R,w,Fh).slice(0,ds).map(({id:C})=>C)),k=o.filterNodes((C,{named:N})=>!!N!==P.has(C));for(let C of k)o.setNodeAttribute(C,"named",P.has(C));k.length&&d.refresh({partialGraph:{nodes:k},skipIndexation:!0})}function g({unit:E,x:L,y:T,r:w},R){return E.group?{id:E.id,left:L-R/2-4,right:L+R/2+4,top:T+w,bottom:T+w+22}:{id:E.id,left:L+w,right:L+w+8+R,top:T-9,bottom:T+9}}let y=()=>{clearTimeout(b),b=setTimeout(v,60)};d.getCamera().on("updated",y),d.on("resize",y);function _(E){s=E,u=new Map(s.units.map(w=>[w.id,w]));let L=Tt(s.lines);o.clear();for(let w of s.units){let R=xe(w),{x:P,y:k}=Xe(w);o.addNode(w.id,{x:P,y:k,...R,label:St(w),beside:w.group?"below":"right",chosen:w.id===l.unit})}let T=qt(s.lines);for(let w of s.lines){let[R,P]=it[w.standing]??[0,0],k=w.id===l.line,C=Yt(w,k);o.addEdgeWithKey(w.id,w.a.id,w.b.id,{size:L(w)+(k?1.5:0),color:C,whole:P?us:C,dash:R,gap:P,chosen:k,opacity:k?1:T})}d.refresh(),v()}function x(E){let[L,T]=[E.map(R=>R.x),E.map(R=>R.y)];if(!E.length)return;let w=E.length===1?100:0;d.setCustomBBox({x:[Math.min(...L)-w,Math.max(...L)+w],y:[Math.min(...T)-w,Math.max(...T)+w]}),d.refresh()}function S(E){if(!E.length)return;let L=E.map(M=>d.graphToFramedGraph(Xe(M))),[T,w]=[L.map(({x:M})=>M),L.map(({y:M})=>M)],[R,P,k,C]=[Math.min(...T),Math.max(...T),Math.min(...w),Math.max(...w)],{width:N,height:z}=d.getDimensions(),F=(C-k)*Math.max(1,N/z),I=Math.min(1.05,Math.max(.03,Math.max(P-R,F)*1.25));A({x:(R+P)/2,y:(k+C)/2,ratio:I})}function A(E){t?d.getCamera().setState(E):d.getCamera().animate(E,{duration:350})}return{show:_,bound:x,look:S,choose(E){let L=l;l={unit:null,line:null,...E},(L.unit!==l.unit||L.line!==l.line)&&_(s)},zoom:E=>A({ratio:Math.min(2,Math.max(.004,d.getCamera().getState().ratio/E))}),fit:()=>A({x:.5,y:.5,ratio:1}),seen(){let{width:E,height:L}=d.getDimensions(),T=Tt(s.lines),w=d.getNodeDisplayedLabels();return{width:E,height:L,opacity:qt(s.lines),units:s.units.map(R=>({...xe(R),...c(R),r:d.scaleSize(xe(R).size)})),lines:s.lines.map(R=>({from:c(R.a),to:{...c(R.b),r:d.scaleSize(xe(R.b).size)},width:T(R),colour:Yt(R,!1),standing:R.standing,arrow:n})),names:s.units.filter(({id:R})=>w.has(R)).map(R=>{let{x:P,y:k}=c(R);return{x:P+d.scaleSize(xe(R).size)+5,y:k,text:St(R)}})}},where:E=>c(u.get(E)),middle(E){let L=s.lines.find(R=>R.id===E),[T,w]=[c(L.a),c(L.b)];return{x:(T.x+w.x)/2,y:(T.y+w.y)/2}},kill:()=>d.kill()}}var Ih="#17212b",he=a=>String(Math.round(a*100)/100),ps=a=>String(a).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"").replace(/[&<>"]/g,n=>({"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"})[n]);function fs({shape:a,x:n,y:t,r:e,fill:r,border:i}){let o=`fill="${r}" stroke="${i}" stroke-width="1.5" stroke-linejoin="round"`,s=_n(a,n,t,e);return s?`<polygon points="${s.map(l=>l.map(he).join(",")).join(" ")}" ${o}/>`:`<circle cx="${he(n)}" cy="${he(t)}" r="${he(e)}" ${o}/>`}function gs({from:a,to:n,width:t,colour:e,standing:r,arrow:i}){let o=it[r]?` stroke-dasharray="${it[r].join(" ")}"`:"",s=`<path d="M${he(a.x)} ${he(a.y)}L${he(n.x)} ${he(n.y)}" stroke="${e}" stroke-width="${he(t)}"${o}/>`;if(!i)return s;let l=Math.hypot(n.x-a.x,n.y-a.y)||1,[u,d]=[(n.x-a.x)/l,(n.y-a.y)/l],[c,f]=[n.x-u*(n.r??0),n.y-d*(n.r??0)],h=5+1.5*t,p=[[c,f],[c-u*h-d*h*.45,f-d*h+u*h*.45],[c-u*h+d*h*.45,f-d*h-u*h*.45]];return`${s}<polygon points="${p.map(m=>m.map(he).join(",")).join(" ")}" fill="${e}" stroke="none"/>`}var ca=(a,n,t,e="")=>`<text x="${he(a)}" y="${he(n)}" dominant-baseline="central" ${e}>${ps(t)}</text>`;function ha({width:a,height:n,title:t,notes:e,legend:r,units:i,lines:o,names:s,opacity:l=1,measure:u=d=>d.length*7}){let c=[],[f,h]=[14,48+n+22];for(let{label:m,swatch:b,standing:v}of r){let g=46+u(m);f>14&&f+g>a&&([f,h]=[14,h+24]),c.push(b?fs({...b,x:f+10,y:h,r:7}):gs({from:{x:f,y:h},to:{x:f+24,y:h},width:2,colour:"#46515e",standing:v})),c.push(ca(f+(b?24:30),h,m)),f+=g}let p=h+26+18*e.length;return[`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${he(a)} ${he(p)}" width="${he(a)}" height="${he(p)}" font-family="'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif" font-size="13" fill="${Ih}">`,`<title>${ps(t)}</title>`,`<rect width="${he(a)}" height="${he(p)}" fill="#ffffff"/>`,ca(14,24,t,'font-size="18" font-weight="600"'),`<svg y="48" width="${he(a)}" height="${he(n)}" overflow="hidden">`,`<g fill="none" stroke-opacity="${l}" fill-opacity="${l}">${o.map(gs).join("")}</g>`,i.map(fs).join(""),`<g stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${s.map(({x:m,y:b,text:v})=>ca(m,b,v)).join("")}</g>`,"</svg>",...c,...e.map((m,b)=>ca(14,h+26+18*b,m,'font-size="12" fill="#4d5a67"')),"</svg>",""].join(`
`)}var[vs,mr,fa]=[1e3,620,40],Nh=24;function ms(a,n,{words:t,data:e,title:r}){let i=G("img",{class:"still",alt:t.stage});n.remove(),a.before(G("p",{class:"wrong"},t.noWebgl)),a.prepend(i);function o({units:s,lines:l}){let u=s.map(Xe),[d,c]=[u.map(({x:g})=>g),u.map(({y:g})=>g)],[f,h]=[Math.min(...d),Math.min(...c)],p=Math.min((vs-2*fa)/(Math.max(...d)-f||1),(mr-2*fa)/(Math.max(...c)-h||1),2),m=g=>({x:fa+(Xe(g).x-f)*p,y:mr-fa-(Xe(g).y-h)*p}),b=Tt(l),v=[...s].sort((g,y)=>y.members.size-g.members.size||y.lines-g.lines).slice(0,Nh);return{width:vs,height:mr,opacity:qt(l),units:s.map(g=>({...xe(g),...m(g),r:xe(g).size})),lines:l.map(g=>({from:m(g.a),to:{...m(g.b),r:xe(g.b).size},width:b(g),colour:Yt(g,!1),standing:g.standing,arrow:e.directed})),names:v.map(g=>({...m(g),x:m(g).x+xe(g).size+4,text:St(g)}))}}return{seen:o,show(s,l){i.hidden=!s.units.length,s.units.length&&(i.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(ha({...l(),title:r,notes:[]}))}`)}}}var br=3;function bs(a,n,{words:t,lang:e,data:r,go:i,toggle:o}){let s=g=>g.group?g.group[e]:g.node.label,l=g=>g.length>br?`${g.slice(0,br).join(" ; ")} ; ${ie(t.more,{n:_e(g.length-br,e)})}`:g.join(" ; "),[u,d]=r.directed?[t.from,t.to]:[t.oneActor,t.otherActor];function c(g,y){let _=g.links.flatMap(T=>T.ties.map(({tie:w})=>w)),x=[...new Set(_.map(({arrangement:T})=>T.label))],S=[...new Set(_.map(T=>T[e]))],A=T=>i({link:g.id,node:null},T.currentTarget),E=ie(t.readLink,{a:s(g.a),b:s(g.b)}),L=ot(g)?t.read:t.see;return G("tr",{"data-line":g.id},G("th",{scope:"row"},s(g.a)),G("td",{"data-head":d},s(g.b)),G("td",{"data-head":t.through},ot(g)?l(x):`${le(t.linksWord,g.links.length,e)}, ${le(t.throughWord,x.length,e)}`),G("td",{"data-head":t.colPeriod},ot(g)?l(S):""),G("td",{"data-head":t.colState,class:"state"},xt(g.standing)," ",y(g.standing)),G("td",{"data-head":t.colWeight,class:"number"},_e(g.weight,e)),G("td",{},re(L,A,{class:"inline","aria-label":`${L} : ${E}`})))}function f(g){let y=g.group?()=>o(g.group):_=>i({node:g.id,link:null},_.currentTarget);return G("tr",{},G("th",{scope:"row"},s(g)),G("td",{"data-head":t.colKind},g.group?le(r.twoModes?t.thingsWord:t.actorsWord,g.members.size,e):g.node.kind[e]),G("td",{"data-head":t.colLinks,class:"number"},_e(g.lines,e)),G("td",{},re(g.group?t.openGroup:t.see,y,{class:"inline","aria-label":`${g.group?t.openGroup:t.see} : ${s(g)}`})))}let h=g=>G("thead",{},G("tr",{},g.map(([y,_])=>G("th",{scope:"col",class:_??null},y)))),p=G("tbody"),m=G("tbody"),b=G("summary");a.replaceChildren(G("table",{class:"cards",id:"lines"},G("caption",{},t.captionLines),h([[u],[d],[t.through],[t.colPeriod],[t.colState],[t.colWeight,"number"],[t.colRead]]),p));let v=G("details",{class:"units"},b,G("div",{class:"scroll",tabindex:"0",role:"region","aria-label":t.captionUnits},G("table",{class:"cards",id:"units"},G("caption",{},t.captionUnits),h([[t.colName],[t.colKind],[t.colLinks,"number"],[t.colRead]]),m)));a.after(v);for(let[g,y]of[["tabindex","0"],["role","region"],["aria-label",t.captionLines]])a.setAttribute(g,y);return function({lines:y,units:_},x){let S=[...y].sort((A,E)=>E.weight-A.weight||s(A.a).localeCompare(s(E.a),e));p.replaceChildren(...S.map(A=>c(A,x))),m.replaceChildren(...[..._].sort((A,E)=>+!A.group-+!E.group||E.members.size-A.members.size||s(A).localeCompare(s(E),e)).map(f)),b.textContent=ie(t.unitsTitle,{n:_e(_.length,e)}),n.firstChild.textContent=`${le(t.linesWord,y.length,e)}. `}}var ga=64;function ys(a,{words:n,lang:t,data:e,go:r}){let i=ba(e.links.flatMap(({ties:f})=>f));if(i.length<2)return()=>{};let[o,s]=[i[0],i.at(-1)],l=we("svg",{class:"histogram",viewBox:`0 0 ${i.length*10} ${ga}`,preserveAspectRatio:"none","aria-hidden":"true"}),u=G("input",{id:"year",type:"range",min:o,max:s,step:1,on:{input:()=>r({at:u.value},null,!0),change:()=>r({at:u.value})}}),d=G("output",{for:"year"}),c=re(n.allYears,()=>r({at:""}),{class:"plain all"});return a.append(G("div",{class:"year-head"},G("label",{for:"year"},n.year),d,c),G("div",{class:"year-scale"},l,u,G("div",{class:"ends","aria-hidden":"true"},G("span",{},String(o)),G("span",{},String(s)))),G("p",{class:"note"},n.yearsHint)),function(h,p){let m=Ar(h,i),b=Math.max(1,...m.map(y=>ye.reduce((_,x)=>_+y[x],0))),v=p.at?Number(p.at.slice(0,4)):null;l.replaceChildren(...m.flatMap((y,_)=>{let x=ga,S=ie(n.bar,{year:y.year,...Object.fromEntries(ye.map(E=>[E,_e(y[E],t)]))}),A=ye.map(E=>{let L=y[E]/b*(ga-2);return x-=L,we("rect",{class:E,x:_*10+1,y:x,width:8,height:L})});return we("g",{class:y.year===v?"now":null,on:{click:()=>r({at:String(y.year)})}},we("title",{},S),we("rect",{class:"column",x:_*10,y:0,width:10,height:ga}),...A)})),u.value=v??s,u.classList.toggle("unset",v===null);let g=m.find(y=>y.year===v);d.textContent=p.at?p.at:n.allYearsNow,u.setAttribute("aria-valuetext",g?ie(n.bar,{year:v,...Object.fromEntries(ye.map(y=>[y,_e(g[y],t)]))}):n.allYearsNow),c.disabled=!p.at}}var Oe=a=>String(a).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"").replace(/[&<>"]/g,n=>({"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;"})[n]),zh=a=>/[",\r\n]/.test(String(a))?`"${String(a).replaceAll('"','""')}"`:String(a),xs=`<?xml version="1.0" encoding="UTF-8"?>
`;function xr({data:a,links:n,weighed:t,lang:e}){return n.map(({link:r,ties:i,standing:o,inferred:s})=>({source:r.source,target:r.target,weight:t.get(r),standing:o,certainty:s?"inferred":"explicit",through:[...new Set(i.map(({tie:l})=>l.arrangement.label))].join("; "),periods:[...new Set(i.map(({tie:l})=>l[e]))].join("; "),type:a.directed?"Directed":"Undirected"}))}function _s({links:a}){return[...new Set(a.flatMap(({link:n})=>[n.source,n.target]))].sort((n,t)=>n.index-t.index)}function Ts(a){let n=["source","target","weight","source_label","target_label","type","standing","certainty","arrangements","periods"],t=r=>ze(r.id,a.data.base),e=xr(a).map(r=>[t(r.source),t(r.target),r.weight,r.source.label,r.target.label,r.type,r.standing,r.certainty,r.through,r.periods]);return[n,...e].map(r=>`${r.map(zh).join(",")}
`).join("")}function Ss(a){let{data:n,lang:t}=a,e=_s(a).map(o=>[`<node id="${o.index}" label="${Oe(o.label)}">`,`<attvalues><attvalue for="iri" value="${Oe(ze(o.id,n.base))}"/><attvalue for="kind" value="${Oe(o.kind[t])}"/></attvalues>`,`<viz:color r="${yr(o,1)}" g="${yr(o,3)}" b="${yr(o,5)}"/><viz:position x="${o.x}" y="${o.y}" z="0"/>`,"</node>"].join("")),r=xr(a).map((o,s)=>[`<edge id="${s}" source="${o.source.index}" target="${o.target.index}" weight="${o.weight}">`,`<attvalues>${["standing","certainty","through","periods"].map(l=>`<attvalue for="${l}" value="${Oe(o[l])}"/>`).join("")}</attvalues>`,"</edge>"].join("")),i=o=>`<attribute id="${o}" title="${o}" type="string"/>`;return[`${xs}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,`<meta><creator>${Oe(n.version)}</creator><description>${Oe(a.told)}</description></meta>`,`<graph defaultedgetype="${n.directed?"directed":"undirected"}">`,`<attributes class="node">${["iri","kind"].map(i).join("")}</attributes>`,`<attributes class="edge">${["standing","certainty","through","periods"].map(i).join("")}</attributes>`,`<nodes>
${e.join(`
`)}
</nodes>`,`<edges>
${r.join(`
`)}
</edges>`,"</graph>","</gexf>",""].join(`
`)}function Es(a){let{data:n,lang:t}=a,e=(s,l,u="string")=>`<key id="${s}" for="${l}" attr.name="${s}" attr.type="${u}"/>`,r=(s,l)=>`<data key="${s}">${Oe(l)}</data>`,i=_s(a).map(s=>`<node id="${Oe(s.id)}">${r("label",s.label)}${r("iri",ze(s.id,n.base))}${r("kind",s.kind[t])}${r("x",s.x)}${r("y",s.y)}</node>`),o=xr(a).map(s=>`<edge source="${Oe(s.source.id)}" target="${Oe(s.target.id)}">${["weight","standing","certainty","through","periods"].map(l=>r(l,s[l])).join("")}</edge>`);return[`${xs}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,e("description","graph"),...["label","iri","kind"].map(s=>e(s,"node")),e("x","node","double"),e("y","node","double"),e("weight","edge","double"),...["standing","certainty","through","periods"].map(s=>e(s,"edge")),`<graph edgedefault="${n.directed?"directed":"undirected"}">`,r("description",a.told),...i,...o,"</graph>","</graphml>",""].join(`
`)}var yr=({kind:a},n)=>Number.parseInt(a.family.border.slice(n,n+2),16);var Gh={mlg:"https://w3id.org/maillage/def#",prov:"http://www.w3.org/ns/prov#",cv:"http://data.europa.eu/m8g/",modality:"https://w3id.org/maillage/def/modality/",certainty:"https://w3id.org/maillage/def/certainty/",xsd:"http://www.w3.org/2001/XMLSchema#"},Mh="https://w3id.org/maillage/def/";function ws(a,n){let{prefixes:t,select:e,columns:r}=Bh(a.query),i=c=>r.includes(c),o=i("arrangement")?"?arrangement":"?target",s=[...Oh(a),...Rs(a.families,n.kinds,["?source","?target"]),...Rs(a.through,n.through,[o]),...Wh(a,n.roles,i("relation")),...Uh(a,n.themes,o),...$h(n.certainty,i("certainty")),...Hh(n,i)],l=i("arrangement")?"COALESCE(?arrangement, ?claim)":"?target",u=[`SELECT ?source ?target (COUNT(DISTINCT ${l}) AS ?arrangements)`,"WHERE {","  {",...e.split(`
`).map(c=>`    ${c}`),"  }",...s.map(c=>`  ${c}`),"}","GROUP BY ?source ?target",...n.least>1?[`HAVING (COUNT(DISTINCT ${l}) >= ${n.least})`]:[],"ORDER BY STR(?source) STR(?target)"].join(`
`),d={...t};for(let[c,f]of Object.entries(Gh))new RegExp(`\\b${c}:`).test(u)&&(d[c]??=f);return[...Object.entries(d).map(([c,f])=>`PREFIX ${c}: <${f}>`),u,""].join(`
`)}function Bh(a){let n=Object.fromEntries([...a.matchAll(/^PREFIX\s+(\w*):\s*<([^>]*)>\s*$/gim)].map(([,r,i])=>[r,i])),t=a.replace(/^PREFIX\s.*\n/gim,"").replace(/\nORDER BY [^\n]*\s*$/i,"").trim(),e=[...t.slice(0,t.indexOf("{")).matchAll(/\?(\w+)/g)].map(([,r])=>r);return{prefixes:n,select:t,columns:e}}function Oh({around:a,nodes:n,base:t}){if(!a)return[];let e=[...new Set(n.map(({id:r})=>`<${ze(r,t)}>`))].join(" ");return[`VALUES ?source { ${e} }`,`VALUES ?target { ${e} }`]}function Rs(a,n,t){if(!n)return[];let e=a.filter(({key:i,id:o})=>o&&n.has(i)).map(({id:i})=>i),r=a.filter(({key:i,id:o})=>o&&!n.has(i)).map(({id:i})=>i);return t.flatMap((i,o)=>n.has("other")?r.length?[`MINUS { VALUES ?not${o} { ${r.join(" ")} } ${i} a ?not${o} }`]:[]:[`VALUES ?of${i.slice(1)} { ${e.join(" ")} }`,`${i} a ?of${i.slice(1)} .`])}function Wh({roles:a},n,t){if(!n)return[];let e=a.filter(({key:r})=>n.has(r)).map(({id:r})=>`<${r.replace(/^(\w+):/,`${Mh}$1/`)}>`).join(" ");return t?[`VALUES ?relation { ${e} }`]:[`VALUES ?role { ${e} }`,"?claim prov:wasDerivedFrom ?part .","?part cv:hasParticipant ?who ; cv:role ?role ."]}function Uh({themes:a},n,t){return n?[`VALUES ?theme { ${a.filter(({key:r})=>n.has(r)).map(({id:r})=>`<${r}>`).join(" ")} }`,`?about a mlg:Focus ; mlg:inArrangement ${t} ; mlg:theme ?theme ; mlg:modality ?aim .`,"FILTER(?aim != modality:denied)"]:[]}function $h(a,n){if(!a||a.size===2)return[];if(!a.size)return["FILTER(false)"];let t=n?"BOUND(?certainty) && ?certainty = certainty:inferred":"false";return[a.has("inferred")?`FILTER(${t})`:`FILTER(!(${t}))`]}function Hh(a,n){let t=a.at?rt(a.at):null;if(!t&&!a.states)return[];if(!n("from_earliest"))return!a.states||a.states.has("unknown")?[]:["FILTER(false)"];let e=d=>`"${d}"^^xsd:date`,r='(BOUND(?until) && STR(?until) = "..")',i=`((BOUND(?until_latest) || ${r}) && BOUND(?from_earliest))`,o=[],s=i,l=`(BOUND(?from_earliest) || BOUND(?from_latest) || BOUND(?until_earliest) || BOUND(?until_latest) || ${r})`;if(t){let[d,c]=t.map(e);o.push(`FILTER(!(BOUND(?until_latest) && ?until_latest < ${d}))`,`FILTER(!(BOUND(?from_earliest) && ?from_earliest > ${c}))`),s=`(BOUND(?until_earliest) && ?until_earliest >= ${d} && BOUND(?from_latest) && ?from_latest <= ${c})`,l=i}if(!a.states)return o;let u=ye.filter(d=>a.states.has(d)).map(d=>({certain:s,possible:`(!${s} && ${l})`,unknown:`(!${s} && !${l})`})[d]);return[...o,`FILTER(${u.join(`
    || `)||"false"})`]}function As(a,{words:n,lang:t,data:e,editor:r,title:i,view:o,seen:s,twin:l}){let u=e.name||"network",d=G("textarea",{readonly:!0,rows:12,spellcheck:"false","aria-label":n.sparql}),c=G("a",{class:"button"},n.sparqlOpen),f=G("p",{}),h=G("textarea",{readonly:!0,rows:4,"aria-label":n.cite}),p=G("textarea",{readonly:!0,rows:4,spellcheck:"false","aria-label":n.embed}),m=[];function b(A,E,...L){let T=G("details",{class:"menu","data-tool":A,on:{toggle:()=>T.open&&(m.forEach(w=>w!==T&&(w.open=!1)),E()),keydown:w=>{w.key==="Escape"&&(T.open=!1,T.firstChild.focus())}}},G("summary",{class:"button plain"},n[A]),G("div",{class:"sheet"},L));return m.push(T),T}let v=A=>re(n.copy,async E=>{let L=E.currentTarget;A.select();try{await navigator.clipboard.writeText(A.value)}catch{document.execCommand("copy")}L.textContent=n.copied,setTimeout(()=>L.textContent=n.copy,2e3)},{class:"plain"});function g(A,E,L){let T=URL.createObjectURL(A instanceof Blob?A:new Blob([A],{type:L}));G("a",{href:T,download:`maillage-${u}.${E}`}).click(),setTimeout(()=>URL.revokeObjectURL(T),1e3)}let y=()=>ha({...s(),title:i,notes:[_(),location.href],measure:jh}),_=()=>ie(n.citeText,{title:i,rule:"",version:e.version,dated:ie(n.citeDated,{day:n.day}),address:""}).trim(),x={csv:()=>g(Ts(o()),"csv","text/csv"),gexf:()=>g(Ss({...o(),told:_()}),"gexf","application/xml"),graphml:()=>g(Es({...o(),told:_()}),"graphml","application/xml"),svg:()=>g(y(),"svg","image/svg+xml"),png:async()=>g(await Xh(y()),"png")},S=A=>re(A.toUpperCase(),x[A],{class:"plain","data-form":A});a.append(G("a",{href:"#twin",class:"button plain",on:{click:A=>(A.preventDefault(),l.scrollIntoView(),l.focus())}},n.table),b("sparql",()=>{d.value=ws(e,o().state),f.textContent=ie(n.sparqlTitle,{links:le(n.linksWord,o().links.length,t)}),r&&(c.href=`${r}#${new URLSearchParams({query:d.value})}`)},f,G("p",{class:"note"},n.sparqlHint),d,G("p",{class:"acts"},v(d),r?c:null)),b("cite",()=>h.value=ie(n.citeText,{title:i,rule:e.rule[t]?` (${e.rule[t]})`:"",version:e.version,dated:ie(n.citeDated,{day:n.day}),address:location.href}),G("p",{},n.citeTitle),h,G("p",{class:"acts"},v(h))),b("export",()=>{},G("p",{},n.exportTitle),G("p",{class:"acts"},["csv","gexf","graphml"].map(S)),G("p",{},n.exportPicture),G("p",{class:"acts"},["png","svg"].map(S))),b("embed",()=>{let A=new URL(location.href);A.searchParams.set("embed","1"),A.hash="",p.value=`<iframe src="${A.href.replaceAll("&","&amp;")}" title="${i.replaceAll('"',"&quot;")}" width="100%" height="720" loading="lazy"></iframe>`},G("p",{},n.embedTitle),p,G("p",{class:"acts"},v(p))))}var Vh=()=>document.createElement("canvas").getContext("2d");function jh(a){let n=Vh();return n.font="13px sans-serif",n.measureText(a).width}async function Xh(a){let n=new Image;n.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`,await n.decode();let t=G("canvas",{width:n.width*2,height:n.height*2}),e=t.getContext("2d");return e.scale(2,2),e.drawImage(n,0,0),new Promise(r=>t.toBlob(r,"image/png"))}function Ds(a,n){let t=new Map,e=new Map,r=(i,o,s)=>(i.get(o)??i.set(o,new Set).get(o)).add(s);for(let{link:i,arrangements:o}of a)for(let s of o)for(let l of[i.source,i.target])r(t,s,l),r(e,l,s);return new Map(a.map(i=>[i.link,qh(i,n,t,e)]))}function qh({link:a,arrangements:n},t,e,r){let i=n.size;if(t==="newman")return[...n].reduce((l,u)=>l+1/(e.get(u).size-1),0);let[o,s]=[r.get(a.source),r.get(a.target)];return t==="jaccard"?i/new Set([...o,...s]).size:t==="cosine"?i/Math.sqrt(o.size*s.size):i}var je=document.getElementById("explorer"),_r=document.getElementById("said"),ee=JSON.parse(je.dataset.words),Re=document.documentElement.lang,Ls=document.querySelector("h1").textContent,Yh=matchMedia("(prefers-reduced-motion: reduce)").matches;async function Kh(){_r.textContent=ee.loading;let a=Or({drawing:je.dataset.drawing,links:je.dataset.links,parts:Number(je.dataset.parts)}),n=Rr(await a.drawing()),t=_a(location.search),e=t.state,r={links:[],units:[],lines:[],weighed:new Map},i=null,o=null,s=(B,O="div",$={})=>G(O,{class:B,...$}),l=s("tools","div",{role:"toolbar","aria-label":ee.tools}),u=s("canvas","div",{role:"img","aria-label":ee.stage}),d=s("find"),c=G("div",{class:"views"}),f=G("div",{class:"stage"},u,c),h=G("p",{class:"hint note"},ee.hint),p=s("panel","section",{"aria-label":ee.panel,hidden:!0}),m=s("sieve","section",{"aria-label":ee.filters}),b=s("years","section",{"aria-label":ee.years});je.append(l,G("div",{class:"floor"},G("div",{class:"main"},f,b),G("div",{class:"aside"},d,p,h,m))),je.hidden=!1,document.body.classList.add("with-drawing");let v=B=>ee[e.at?B:`${B}All`];function g(B,O){let $=`${location.pathname}${location.search}`;if(O)o??=$;else if(o!==null){history.replaceState(null,"",o),B!==o&&history.pushState(null,"",B),o=null;return}B!==$&&history[O?"replaceState":"pushState"](null,"",B)}function y(B,O=null,$=!1){e=B?{...e,...B}:{...xa(),weight:e.weight},O&&(i=O),g(`${location.pathname}${Cr(e,location.search)}`,$),F(B??{}),O&&T.focus()}function _(B){let O=new Set(e.open);O.has(B.index)?O.delete(B.index):O.add(B.index),y({open:O}),O.has(B.index)&&E?.look(r.units.filter(({node:$})=>$?.group===B)),M()}let x=B=>r.units.find(O=>O.id===B)??r.units.find(({members:O})=>[...O].some($=>$.id===B)),S=B=>y({node:B.id,link:null}),A=B=>B.length>1?(y({link:null,node:null}),T.lines(B),h.hidden=!0):y({link:B[0].id,node:null}),E=cs()?hs(u,{directed:n.directed,still:Yh,onUnit:S,onLines:A,onNothing:()=>y({link:null,node:null})}):null,L=E?null:ms(f,u,{words:ee,data:n,title:Ls}),T=Mr(p,{words:ee,lang:Re,data:n,source:a,thing:je.dataset.thing,around:je.dataset.around,go:y,back:()=>i?.isConnected?i.focus():document.getElementById("twin").focus()}),w=Pr(m,{words:ee,lang:Re,data:n,go:y,state:()=>e}),R=ys(b,{words:ee,lang:Re,data:n,go:y}),P=document.getElementById("twin"),k=bs(document.getElementById("twin-table"),document.getElementById("twin-note"),{words:ee,lang:Re,data:n,go:y,toggle:_}),C=()=>({...E?.seen()??L.seen(r),legend:N()});As(l,{words:ee,lang:Re,data:n,editor:je.dataset.sparql,title:Ls,view:()=>({data:n,lang:Re,state:e,...r}),seen:C,twin:P}),z(d),E&&(c.append(re("+",()=>E.zoom(1.6),{class:"plain","aria-label":ee.zoomIn}),re("−",()=>E.zoom(1/1.6),{class:"plain","aria-label":ee.zoomOut}),re("⤢",()=>E.fit(),{class:"plain","aria-label":ee.fit})),E.bound(n.groups.length?n.groups.flatMap(({x:B,y:O,radius:$})=>[{x:B-$,y:O-$},{x:B+$,y:O+$}]):n.nodes));function N(){let B=n.families.filter($=>r.units.some(({node:j})=>j?.kind.family===$)).map($=>({label:$[Re],swatch:$})),O=r.units.find(({group:$})=>$);return[...B,...O?[{label:le(ee.groupsWord,2,Re).replace(/^\S+\s/,""),swatch:xe(O)}]:[],...["certain","possible","unknown"].map($=>({label:v($),standing:$}))]}function z(B){let O=G("datalist",{id:"names"},n.nodes.map(({label:ae,also:pe})=>G("option",{value:ae},pe[0]??""))),$=G("input",{id:"find",type:"search",list:"names",placeholder:ee.searchHint,autocomplete:"off",spellcheck:"false"}),j=G("p",{class:"note",role:"status"}),q=ae=>ae.normalize("NFD").replace(new RegExp("\\p{M}","gu"),"").toLocaleLowerCase("fr"),de=()=>{let ae=q($.value.trim());if(j.textContent="",!ae)return;let pe=ve=>n.nodes.find(({label:mt,also:bt})=>[mt,...bt].some(pa=>ve(q(pa)))),ce=pe(ve=>ve===ae)??pe(ve=>ve.startsWith(ae))??pe(ve=>ve.includes(ae));if(!ce||!x(ce.id))return void(j.textContent=ee.searchNone);let tt=ce.group&&!_t(ce.group,e)?new Set([...e.open,ce.group.index]):e.open;y({node:ce.id,link:null,open:tt},$);let We=x(ce.id);E?.look(r.units.filter(ve=>ve===We||r.lines.some(({a:mt,b:bt})=>mt===We&&bt===ve||bt===We&&mt===ve)))};$.addEventListener("change",de),$.addEventListener("keydown",ae=>ae.key==="Enter"&&de()),B.append(G("label",{for:"find"},n.twoModes?ee.searchThings:ee.search),$,j)}function F(B){let O=Xt(n,e),$=Ds(O,e.weight);r={links:O,weighed:$,...Gr(n,O,$,e)};let j=document.getElementById("weight");j.value!==e.weight&&(j.value=e.weight),E?.show(r),L?.show(r,C),R(Ir(n,e),e);let q=Object.fromEntries(["kinds","through","roles","themes","certainty"].map(de=>[de,zr(n,de in B?O:Xt(n,{...e,[de]:null}),de)]));w({...q,states:new Map(Object.entries(Nr(Xt(n,{...e,states:null}))))}),k(r,v),I(),M()}function I(){let{links:B,units:O,lines:$}=r,j=new Set(O.flatMap(({members:ce})=>[...ce])).size,q=O.filter(({group:ce})=>ce).length,de=new Set(B.flatMap(({arrangements:ce})=>[...ce])).size,ae={links:le(ee.linksWord,B.length,Re),nodes:le(n.twoModes?ee.thingsWord:ee.actorsWord,j,Re),through:le(ee.throughWord,de,Re),groups:le(ee.groupsWord,q,Re),lines:le(ee.linesWord,$.length,Re)},pe=t.odd.length?` ${ie(ee.badState,{names:t.odd.join(", ")})}`:"";_r.textContent=(B.length?ie(q?ee.foldedSummary:ee.summary,ae):ee.nothing)+pe}function M(){let B=e.link&&(r.lines.find(({id:j})=>j===e.link)??r.lines.find(({links:j})=>j.some(({link:q})=>q.id===e.link))),O=e.link&&r.links.find(({link:j})=>j.id===e.link),$=!e.link&&e.node?x(e.node):null;E?.choose({line:B?.id??null,unit:$?.id??null}),h.hidden=!!(e.link||$),O?T.link(O,v):B?ot(B)?T.link(ot(B),v):T.gathered(B):e.link?T.gone():$?.group&&$.id===e.node?T.group($,e,_):$?T.node([...$.members].find(({id:j})=>j===e.node),r.links,e,_):T.hide()}document.getElementById("weight").addEventListener("change",B=>y({weight:B.target.value})),addEventListener("popstate",()=>{e=_a(location.search).state,F({})}),F({}),document.documentElement.dataset.ready="true"}Kh().catch(a=>{_r.textContent=ie(ee.failed,{why:a.message}),document.documentElement.dataset.ready="failed"});})();

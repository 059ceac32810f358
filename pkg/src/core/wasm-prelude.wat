;; What is done to every byte of the module before there is a module: see wasm-prelude.ts. Everything lies
;; from an address on that the caller chooses, and the table of `decode` in the bytes before it.
(module
  (memory (export "memory") 1)

  ;; Turns text into bytes, in place, for it only gets shorter: see wasm-text.ts. The table has the value of
  ;; each character. Returns the end of the bytes.
  (func (export "decode") (param $in i32) (param $end i32) (param $singles i32) (param $base i32) (result i32)
    (local $out i32)
    (local $value i32)
    (local.set $out (local.get $in))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $in) (local.get $end)))
        (local.set $value (i32.load8_u (i32.load8_u (local.get $in))))
        (local.set $in (i32.add (local.get $in) (i32.const 1)))
        (if (i32.ge_u (local.get $value) (local.get $singles))
          (then
            (local.set $value
              (i32.add
                (i32.add
                  (local.get $singles)
                  (i32.mul (i32.sub (local.get $value) (local.get $singles)) (local.get $base)))
                (i32.load8_u (i32.load8_u (local.get $in)))))
            (local.set $in (i32.add (local.get $in) (i32.const 1)))))
        (i32.store8 (local.get $out) (local.get $value))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))
        (br $next)))
    (local.get $out))

  ;; FNV-1a (32 bits), taken over words in place of bytes: see wasm-checksum.ts.
  (func (export "checksum") (param $at i32) (param $end i32) (result i32)
    (local $sum i32)
    (local.set $sum (i32.const 0x811c9dc5))
    (block $done
      (loop $word
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $sum
          (i32.mul (i32.xor (local.get $sum) (i32.load (local.get $at))) (i32.const 0x01000193)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $word)))
    (local.get $sum)))

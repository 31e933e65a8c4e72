% slanted
<< /content //COLOR_ALPHA /width 595 /height 842 >> surface context
dup 595 842 //COLOR_ALPHA similar dup /s2 exch def context
0 0.5 0 0.5 rgba set-source
n 150 100 100 50 rectangle
fill+
//ALPHA [0 0 30 20] record
dup /s7 exch def dup context
n 1 2 10 5 rectangle
fill+
pop pattern
  //EXTEND_REPEAT set-extend
  set-source
exch
2 -1 roll
pop
s2 pattern
  [0 1 -1 0 -150 -100] set-matrix
  set-source
//MULTIPLY set-operator
0.5 a mask
/target get pattern set-source paint
/source get mask
/s2 undef
pop

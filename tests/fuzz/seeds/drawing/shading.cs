<< /content //COLOR_ALPHA /width 595 /height 842 >> surface context
0 0 100 0 linear
  0 1 1 0 1 add-color-stop
  1 0 1 0 1 add-color-stop
  [1 0 0 1 -150 -100] set-matrix
  set-source
n 50 30 m 250 30 l 150 90 l h
clip+
paint
mesh
  begin-patch
  0 0 m
  50 0 l
  1 2 3 4 5 6 c
  0 1 1 set-control-point
  0 1 0 0 1 set-corner-color
  end-patch
 set-source
n 10 20 100 50 rectangle
fill+
<< /width 82 /height 78 /format //RGB24 /source <|!!;PD~> >> image pattern
  //EXTEND_PAD set-extend
  set-source
paint
pop

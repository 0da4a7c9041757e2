"""Linux only: take the file system, the network, and new programs away from a process.

A :class:`~graph.confine.lock.Lock` says what stays. It is put on a process by itself
(:func:`~graph.confine.lock.confine`), or by a launcher on the program that it then becomes
(:mod:`graph.confine.launch`), so that not one instruction of that program runs free.
Landlock takes files and ports away, seccomp system calls. Standard library only, and no
imports from elsewhere: every start of a locked process waits for this package.
"""

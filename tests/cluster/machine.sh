# tests/cluster/machine.sh - a PostgreSQL server and a two-node Slurm of a test's own, on one machine.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced.  All that they have lies below $machine, a new folder; they listen on sockets there and on
# free ports of the loopback, whatever runs on the machine already.  machine_down ends each by its own
# process id.

machine=
pids=

# A server of PostgreSQL refuses to run as root: then it runs as the user that its package made.
as_server () {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port () {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a command succeeds, for half a minute.
wait_until () {
  for _ in $(seq 300); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.1
  done
  echo "in vain: $*" >&2
  return 1
}

machine_up () {
  machine=$(mktemp -d /tmp/recount-machine-XXXXXX)
  chmod 755 "$machine"
  trap machine_down EXIT
}

postgres_start () {
  as_server "$postgres/pg_ctl" -D "$machine/postgres/data" -w -l "$machine/postgres/log" \
    -o "-c listen_addresses= -c unix_socket_directories='$machine/postgres' -c fsync=off" \
    start >/dev/null
}

postgres_stop () {
  as_server "$postgres/pg_ctl" -D "$machine/postgres/data" -w -m "${1:-fast}" stop >/dev/null
}

# Prints the address of a new database.
postgres_database () {
  as_server "$postgres/createdb" -h "$machine/postgres" -U recount "$1"
  echo "postgresql:///$1?host=$machine/postgres&user=recount"
}

postgres_up () {
  postgres=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -1)
  mkdir "$machine/postgres"
  [ "$(id -u)" -ne 0 ] || chown postgres "$machine/postgres"
  (cd "$machine/postgres" && as_server "$postgres/initdb" -D data -U recount -A trust -E UTF8 \
    --locale=C --no-sync >/dev/null)
  postgres_start
}

# Starts a daemon that stays in the foreground.
daemon () {
  name=$1
  shift
  "$@" >"$machine/slurm/$name.out" 2>&1 </dev/null &
  pids="$! $pids"
}

write_slurm_conf () {
  cat >"$SLURM_CONF" <<END
ClusterName=recount
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$machine/slurm/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
StateSaveLocation=$machine/slurm/state
SlurmdSpoolDir=$machine/slurm/%n
SlurmctldPidFile=$machine/slurm/ctld.pid
SlurmdPidFile=$machine/slurm/%n.pid
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
SchedulerParameters=sched_interval=1,batch_sched_delay=1
MinJobAge=300
NodeName=n1 NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1 RealMemory=1000
NodeName=n2 NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1 RealMemory=1000
PartitionName=main Nodes=ALL Default=YES State=UP
END
}

slurm_up () {
  mkdir -p "$machine/slurm/state" "$machine/slurm/n1" "$machine/slurm/n2"
  export SLURM_CONF=$machine/slurm/slurm.conf
  dd if=/dev/urandom of="$machine/slurm/munge.key" bs=1024 count=1 status=none
  chmod 600 "$machine/slurm/munge.key"
  daemon munged munged --foreground --force --socket="$machine/slurm/munge.socket" \
    --key-file="$machine/slurm/munge.key" --pid-file="$machine/slurm/munged.pid" \
    --log-file="$machine/slurm/munged.log" --seed-file="$machine/slurm/munged.seed" --num-threads=2
  wait_until test -S "$machine/slurm/munge.socket"
  write_slurm_conf
  daemon ctld slurmctld -D
  wait_until scontrol ping
  daemon n1 slurmd -D -N n1
  daemon n2 slurmd -D -N n2
  wait_until two_nodes_idle
}

two_nodes_idle () {
  [ "$(sinfo --noheader --Node --format '%N %t' | grep -c ' idle$')" -eq 2 ]
}

machine_down () {
  code=$?
  trap - EXIT
  for pid in $pids; do
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  [ ! -d "$machine/postgres" ] || postgres_stop immediate
  if [ "$code" -ne 0 ]; then
    echo "what went wrong may be told in $machine" >&2
  else
    rm -rf "$machine"
  fi
  exit "$code"
}

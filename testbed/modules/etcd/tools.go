//go:build tools

// Package tools pins the programs that testbed/build builds.
package tools

import (
	_ "go.etcd.io/etcd/server/v3"
)

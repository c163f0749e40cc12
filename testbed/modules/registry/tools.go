//go:build tools

// Package tools pins the programs that testbed/build builds.
package tools

import (
	_ "github.com/distribution/distribution/v3/cmd/registry"
)

// Times kro's own check of a ResourceGraphDefinition that makes the same objects as a blueprint of Slipway.
//
// What kro's language has no word for stands in the definition as a literal: sizes of GPU shares, places of weights, digests, optional
// parameters, facts of the cluster. The program says how many expressions stayed. Arguments: kubeconfig, blueprint.yaml, rounds.
package main

import (
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kubernetes-sigs/kro/api/v1alpha1"
	"github.com/kubernetes-sigs/kro/pkg/graph"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	"sigs.k8s.io/yaml"
)

type blueprint struct {
	Metadata struct{ Name string }
	Spec     struct {
		Version    string
		Parameters struct {
			Properties map[string]parameter
			Required   []string
		}
		Resources []struct {
			ID       string
			Template map[string]any
		}
	}
}

type parameter struct {
	Type    string
	Default any
}

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: kro KUBECONFIG BLUEPRINT ROUNDS")
	}
	rounds, err := strconv.Atoi(os.Args[3])
	fail(err)
	text, err := os.ReadFile(os.Args[2])
	fail(err)
	var source blueprint
	fail(yaml.Unmarshal(text, &source))
	translation := &translation{parameters: source.Spec.Parameters.Properties, ids: map[string]bool{}}
	definition := translation.of(source)

	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	fail(err)
	client, err := rest.HTTPClientFor(config)
	fail(err)
	builder, err := graph.NewBuilder(config, client)
	fail(err)

	limits := graph.RGDConfig{MaxCollectionSize: 1000, MaxCollectionDimensionSize: 10}
	check := func(round int) float64 {
		typed := definition.DeepCopy()
		typed.Annotations = map[string]string{"title": strconv.Itoa(round)}
		start := time.Now()
		_, err := builder.NewResourceGraphDefinition(typed, limits)
		fail(err)
		return float64(time.Since(start).Microseconds()) / 1000
	}
	first := check(0) // fetches the schemas
	for i := range rounds / 2 {
		check(i)
	}
	times := make([]float64, rounds)
	for i := range times {
		times[i] = check(i)
	}
	slices.Sort(times)
	fmt.Printf("%-44s %9.2f %9.2f\n", "kro v0.9.4: its check of the same objects", times[rounds/2], times[min(rounds*95/100, rounds-1)])
	fmt.Printf("  %d objects, %d of %d expressions; the first check, which fetches schemas: %.0f ms\n",
		len(definition.Spec.Resources), translation.kept, translation.seen, first)
}

func fail(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

type translation struct {
	parameters map[string]parameter
	ids        map[string]bool
	seen, kept int
}

func (t *translation) of(source blueprint) *v1alpha1.ResourceGraphDefinition {
	for _, resource := range source.Spec.Resources {
		t.ids[resource.ID] = true
	}
	spec := map[string]any{"name": "string"}
	for name, parameter := range t.parameters {
		spec[name] = t.simple(parameter)
	}
	definition := &v1alpha1.ResourceGraphDefinition{}
	definition.Name = source.Metadata.Name
	definition.Spec.Schema = &v1alpha1.Schema{
		Kind: "Equivalent", APIVersion: "v1alpha1", Group: "bench.slipway.dev", Spec: raw(spec),
	}
	for _, resource := range source.Spec.Resources {
		definition.Spec.Resources = append(definition.Spec.Resources,
			&v1alpha1.Resource{ID: resource.ID, Template: raw(t.value(resource.Template))})
	}
	return definition
}

// In kro's SimpleSchema.
func (t *translation) simple(parameter parameter) string {
	kind := parameter.Type
	if kind == "" {
		kind = "string"
	}
	switch standard := parameter.Default.(type) {
	case nil:
		return kind
	case string:
		return fmt.Sprintf("%s | default=%q", kind, standard)
	default:
		return fmt.Sprintf("%s | default=%v", kind, standard)
	}
}

func (t *translation) value(value any) any {
	switch value := value.(type) {
	case map[string]any:
		fields := map[string]any{}
		for name, field := range value {
			if field, ok := t.value(field).(any); ok {
				fields[name] = field
			}
		}
		return fields
	case []any:
		items := []any{}
		for _, item := range value {
			if item, ok := t.value(item).(any); ok {
				items = append(items, item)
			}
		}
		return items
	case string:
		return t.text(value)
	default:
		return value
	}
}

const literal = "x"

func (t *translation) text(text string) any {
	var all strings.Builder
	rest := text
	for {
		before, after, found := strings.Cut(rest, "${")
		all.WriteString(before)
		if !found {
			return all.String()
		}
		end := closing(after)
		rest = after[end+1:]
		whole := all.Len() == 0 && rest == ""
		value := t.expression(strings.TrimSpace(after[:end]), whole)
		if value == literal && whole {
			return nil // of a type that is not known here
		}
		all.WriteString(value)
	}
}

// The brace that ends an expression; maps may be written out in it, and texts.
func closing(text string) int {
	depth, quote := 0, rune(0)
	for at, letter := range text {
		switch {
		case quote != 0:
			if letter == quote {
				quote = 0
			}
		case letter == '\'' || letter == '"':
			quote = letter
		case letter == '{':
			depth++
		case letter == '}':
			if depth == 0 {
				return at
			}
			depth--
		}
	}
	log.Fatalf("an expression does not end: %s", text)
	return 0
}

var (
	parameterRead = regexp.MustCompile(`^(string\()?parameters\.(\w+)(\))?$`)
	secretRead    = regexp.MustCompile(`^secrets\.(\w+)\.name$`)
	peerRead      = regexp.MustCompile(`^(\w+)\.metadata\.name$`)
)

// As kro writes it. Inside of a text it has to be made a text there.
func (t *translation) expression(code string, whole bool) string {
	t.seen++
	kept := ""
	if code == "metadata.name" {
		kept = "schema.spec.name"
	} else if found := parameterRead.FindStringSubmatch(code); found != nil {
		kept = found[1] + "schema.spec." + found[2] + found[3]
	} else if found := secretRead.FindStringSubmatch(code); found != nil {
		kept = "schema.spec.name + '-" + found[1] + "'"
	} else if found := peerRead.FindStringSubmatch(code); found != nil && t.ids[found[1]] {
		kept = code
	}
	if kept == "" {
		return literal
	}
	t.kept++
	if !whole && !strings.HasPrefix(kept, "string(") {
		kept = "string(" + kept + ")"
	}
	return "${" + kept + "}"
}

func raw(value any) runtime.RawExtension {
	text, err := yaml.Marshal(value)
	fail(err)
	json, err := yaml.YAMLToJSON(text)
	fail(err)
	return runtime.RawExtension{Raw: json}
}

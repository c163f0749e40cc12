package dev.slipway.provisioning.web;

import dev.slipway.access.ApproverScope;
import dev.slipway.access.Caller;
import dev.slipway.access.People;
import dev.slipway.access.PersonView;
import dev.slipway.access.PlatformRole;
import dev.slipway.access.TeamRole;
import dev.slipway.blueprint.BlueprintCompiler;
import dev.slipway.blueprint.BlueprintFiles;
import dev.slipway.blueprint.SampleFacts;
import dev.slipway.catalog.BlueprintVersion;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.PresetOffer;
import dev.slipway.catalog.Typical;
import dev.slipway.cluster.ObjectKey;
import dev.slipway.kernel.ClusterId;
import dev.slipway.kernel.EnvironmentId;
import dev.slipway.kernel.EnvironmentKind;
import dev.slipway.kernel.NotFoundException;
import dev.slipway.kernel.PersonId;
import dev.slipway.kernel.TeamId;
import dev.slipway.model.ModelView;
import dev.slipway.model.Models;
import dev.slipway.model.WeightsCache;
import dev.slipway.model.WeightsState;
import dev.slipway.provisioning.FakeInstances;
import dev.slipway.shell.NavigationContributor;
import dev.slipway.shell.NavigationItem;
import dev.slipway.shell.PageContext;
import dev.slipway.shell.Section;
import dev.slipway.shell.SecurityHeaders;
import dev.slipway.team.EnvironmentView;
import dev.slipway.team.TeamView;
import dev.slipway.team.Teams;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.MethodParameter;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The front of the room with the shell around it; everything behind it is a fake. */
@TestComponent
@SpringBootConfiguration
@ComponentScan(
        basePackages = {"dev.slipway.shell", "dev.slipway.provisioning.web"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*TestApplication.*"))
@ConfigurationPropertiesScan("dev.slipway.shell")
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(WebTestApplication.Alone.class)
class WebTestApplication {

    /** Tests of the whole portal find this class too, and must not get its fakes. */
    static class Alone implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getRegistry().containsBeanDefinition("slipway");
        }
    }

    private static final TeamId CLAIMS = new TeamId("claims");
    private static final TeamId FRAUD = new TeamId("fraud");

    @Bean
    SecurityFilterChain everyoneMay(HttpSecurity http) {
        return SecurityHeaders.apply(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    FakeInstances instances(Catalog catalog, Teams teams, Models models) {
        return new FakeInstances(catalog, teams, models);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-19T10:05:23Z"));
    }

    @Bean
    NavigationContributor navigation() {
        return person -> List.of(
                new NavigationItem(Section.BUILD, 10, "catalog", "Catalog", "/catalog", "layout-grid"),
                new NavigationItem(Section.BUILD, 20, "instances", "Instances", "/instances", "box"));
    }

    @Bean
    PageContext context() {
        return new PageContext() {
            @Override
            public Optional<Person> person(Authentication authentication) {
                return Optional.of(new Person("Mira Okafor", "Developer, Claims"));
            }

            @Override
            public List<Team> teams(Authentication authentication) {
                return List.of(new Team("claims", "Claims", 1));
            }

            @Override
            public Optional<Team> chosenTeam(Authentication authentication) {
                return Optional.of(new Team("claims", "Claims", 1));
            }
        };
    }

    /** A caller is signed in as a member of one team whose name is the user's name, or as the auditor. */
    @Bean
    WebMvcConfigurer callers(People people) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerOf(people));
            }
        };
    }

    private record CallerOf(People people) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var principal = request.getUserPrincipal();
            var team = principal == null ? "claims" : principal.getName();
            return people.caller(new PersonId(team)).orElseThrow();
        }
    }

    @Bean
    People people() {
        return new People() {
            @Override
            public Optional<PersonView> find(PersonId person) {
                return Optional.empty();
            }

            @Override
            public String nameOf(PersonId person) {
                return "Mira Okafor";
            }

            @Override
            public List<PersonView> approversOf(TeamId team) {
                return List.of();
            }

            @Override
            public List<PersonView> membersOf(TeamId team) {
                return List.of();
            }

            @Override
            public Caller caller(Authentication authentication) {
                return caller(new PersonId(authentication.getName())).orElseThrow();
            }

            @Override
            public Optional<Caller> caller(PersonId person) {
                var auditor = person.value().equals("auditor");
                return Optional.of(new Caller(
                        person,
                        auditor ? "Ingrid Solheim" : "Mira Okafor",
                        auditor ? Set.of(PlatformRole.AUDITOR) : Set.of(),
                        auditor ? Map.of() : Map.of(new TeamId(person.value()), TeamRole.DEVELOPER),
                        ApproverScope.NONE));
            }
        };
    }

    @Bean
    Teams teams() {
        return new Teams() {
            @Override
            public List<TeamView> all() {
                return List.of(team(CLAIMS, "Claims", 1), team(FRAUD, "Fraud", 2));
            }

            @Override
            public TeamView get(TeamId id) {
                return find(id).orElseThrow(() -> new NotFoundException("team-not-found", "There is no such team."));
            }

            @Override
            public Optional<TeamView> find(TeamId id) {
                return all().stream().filter(team -> team.id().equals(id)).findFirst();
            }

            @Override
            public EnvironmentView environment(EnvironmentId id) {
                return get(id.team()).environments().stream()
                        .filter(environment -> environment.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () -> new NotFoundException("environment-not-found", "There is no such environment."));
            }
        };
    }

    private static TeamView team(TeamId id, String title, int colour) {
        var environments = Arrays.stream(EnvironmentKind.values())
                .map(kind -> new EnvironmentView(
                        new EnvironmentId(id, kind.word()),
                        kind,
                        List.of(new ClusterId("ham-1"), new ClusterId("fra-2")),
                        Optional.empty()))
                .toList();
        return new TeamView(id, title, colour, environments);
    }

    @Bean
    Models models() {
        var views = SampleFacts.facts().models().values().stream()
                .map(model -> new ModelView(
                        model.name(),
                        model.title(),
                        model.version(),
                        model.digest(),
                        model.reference(),
                        model.licence(),
                        ModelView.Kind.valueOf(model.kind().toUpperCase(java.util.Locale.ROOT)),
                        model.weightsBytes(),
                        model.parameters(),
                        model.kvBytesPerToken(),
                        model.contextLength(),
                        model.quantisation(),
                        0,
                        "Short answers and classification"))
                .toList();
        return new Models() {
            @Override
            public List<ModelView> certified() {
                return views;
            }

            @Override
            public Optional<ModelView> find(String name) {
                return views.stream().filter(view -> view.name().equals(name)).findFirst();
            }
        };
    }

    @Bean
    WeightsCache weights() {
        return new WeightsCache() {
            @Override
            public List<Map<String, Object>> objects(String namespace, ModelView model, Map<String, String> labels) {
                return List.of();
            }

            @Override
            public String volumeClaim(ModelView model) {
                return "weights";
            }

            @Override
            public String folder(ModelView model) {
                return model.name();
            }

            @Override
            public long volumeBytes() {
                return 0;
            }

            @Override
            public ObjectKey job(String namespace, ModelView model) {
                return new ObjectKey("batch/v1", "Job", namespace, "weights-" + model.name());
            }

            @Override
            public WeightsState state(ClusterId cluster, String namespace, ModelView model) {
                return cluster.value().equals("ham-1")
                        ? new WeightsState.Warm()
                        : new WeightsState.Warming(62, 100, false);
            }
        };
    }

    @Bean
    Catalog catalog() {
        var files = BlueprintFiles.of(BLUEPRINT);
        var endpoint = new BlueprintVersion(
                "inference-endpoint",
                "1.4.0",
                BlueprintVersion.Status.CERTIFIED,
                new BlueprintCompiler().compile(files).orElseThrow(),
                files,
                "hash",
                Instant.EPOCH,
                new PersonId("ana"),
                "",
                Optional.of(new PersonId("noor")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
        return new Catalog() {
            @Override
            public List<BlueprintVersion> latest() {
                return List.of(endpoint);
            }

            @Override
            public Optional<BlueprintVersion> latest(String name) {
                return Optional.of(endpoint).filter(version -> version.name().equals(name));
            }

            @Override
            public BlueprintVersion version(String name, String version) {
                return latest(name)
                        .orElseThrow(() -> new NotFoundException("blueprint-not-found", "There is no such blueprint."));
            }

            @Override
            public List<BlueprintVersion> versions(String name) {
                return latest(name).stream().toList();
            }

            @Override
            public List<PresetOffer> offers(BlueprintVersion version) {
                throw new UnsupportedOperationException("the pages of instances do not ask for it");
            }

            @Override
            public Typical typical(BlueprintVersion version) {
                throw new UnsupportedOperationException("the pages of instances do not ask for it");
            }
        };
    }

    private static final String BLUEPRINT = """
            apiVersion: slipway.dev/v1
            kind: Blueprint
            metadata: {name: inference-endpoint}
            spec:
              version: 1.4.0
              title: Inference endpoint
              summary: An OpenAI-compatible endpoint for a certified model
              category: inference
              owner: ai-platform
              parameters:
                type: object
                required: [model]
                properties:
                  model: {type: string, title: Model, x-source: models, x-filter: {kind: generator}}
                  context: {type: integer, title: Context length, enum: [4096, 8192, 32768], default: 8192}
                  engine: {type: string, title: Engine, enum: [vllm, tgi], default: vllm}
                  replicas: {type: integer, title: Replicas, description: Each on a share of its own, minimum: 1, maximum: 8, default: 1}
                  prefixCaching: {type: boolean, title: Prefix caching, default: true}
                  labels: {type: array, title: Labels, items: {type: string}, x-advanced: true}
              form:
                steps:
                  - {title: Model, fields: [model]}
                  - {title: Size, fields: [context, engine, replicas, prefixCaching, labels]}
              presets:
                - {name: small, title: Small, parameters: {context: 4096, replicas: 2}}
              resources:
                - id: settings
                  template:
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: "${metadata.name}"}
                    data: {model: "${parameters.model}"}
            """;
}
